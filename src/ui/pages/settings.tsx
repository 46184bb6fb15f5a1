import { settings as settingsWords } from '../../i18n/fr/settings.ts'
import type { Language } from '../../i18n/language.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useInstallState } from '../install/use-install-state.ts'
import { Button } from '../parts/button.tsx'
import { Chip, Chips } from '../parts/chips.tsx'
import { downloadIcon } from '../parts/more-icons.ts'
import { Group, Page } from '../parts/page.tsx'
import { Row } from '../parts/row.tsx'
import { version } from '../update/version.ts'
import style from './settings.module.css'
import { FilesSetting } from './settings-files.tsx'
import { HelpSetting } from './settings-help.tsx'
import { NameSetting } from './settings-name.tsx'
import { SpaceSetting } from './settings-space.tsx'
import { StorageSetting } from './settings-storage.tsx'
import { ThemeSetting } from './settings-theme.tsx'

/** Each language under its own name, whichever is in use. */
const languages: Record<Language, string> = { fr: 'Français', en: 'English' }

export const SettingsPage = () => {
  const { space, speech, setLanguage, enterExamples, leaveExamples } = useApp()
  const words = useWords(settingsWords)
  const isInstalled = useInstallState() === 'installed'
  const isExample = space.kind === 'examples'
  return (
    <Page title={words.title} back="/">
      <Group heading={words.you}>
        <NameSetting />
      </Group>
      <SpaceSetting />
      <Group heading={words.language}>
        <Chips label={words.language}>
          {(Object.keys(languages) as Language[]).map((language) => (
            <Chip key={language} pressed={language === speech.language} onPress={() => setLanguage(language)}>
              <span lang={language}>{languages[language]}</span>
            </Chip>
          ))}
        </Chips>
      </Group>
      <ThemeSetting />
      <Group heading={words.application}>
        {isInstalled ? (
          <Row icon="check" title={words.installed} />
        ) : (
          <Row icon={downloadIcon} title={words.install} href="/installer" />
        )}
      </Group>
      <StorageSetting />
      <FilesSetting />
      <Group heading={words.examples}>
        <div class={style.lines}>
          <p>{words.examplesAbout}</p>
          <Button onClick={isExample ? leaveExamples : enterExamples}>
            {isExample ? words.leaveExamples : words.enterExamples}
          </Button>
        </div>
      </Group>
      <HelpSetting />
      <p class={style.version}>{words.version(version)}</p>
    </Page>
  )
}
