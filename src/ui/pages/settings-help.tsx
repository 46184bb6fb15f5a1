import { dayOf } from '../../i18n/dates.ts'
import { settings as settingsWords } from '../../i18n/fr/settings.ts'
import { diagnosticOf } from '../../store/diagnostic.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { installState } from '../install/install-state.ts'
import { downloadIcon, trashIcon } from '../parts/more-icons.ts'
import { Group } from '../parts/page.tsx'
import { Row } from '../parts/row.tsx'
import { version } from '../update/version.ts'
import style from './settings.module.css'
import { chosenTheme } from './settings-theme.tsx'

const download = (name: string, text: string) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

type Props = { hand?: (name: string, text: string) => void; leave?: (url: string) => void }
/** What helps when something is wrong: the trash, a file for whoever helps, and a page that stands without the app. */
export const HelpSetting = ({ hand = download, leave = (url) => location.assign(url) }: Props) => {
  const { space, speech, tell } = useApp()
  const words = useWords(settingsWords)
  const make = async () => {
    try {
      const around = {
        version,
        language: speech.language,
        theme: chosenTheme(),
        installed: installState() === 'installed',
        userAgent: navigator.userAgent,
      }
      const diagnostic = await diagnosticOf(space, around)
      hand(`maillage-diagnostic-${dayOf(space.now())}.json`, JSON.stringify(diagnostic, null, 2))
    } catch {
      tell({ text: words.diagnosticFailed, urgent: true })
    }
  }
  return (
    <Group heading={words.help}>
      <Row icon={trashIcon} title={words.trash} href="/corbeille?de=reglages" />
      <Row icon={downloadIcon} title={words.diagnostic} onClick={() => void make()} />
      <p class={style.about}>{words.diagnosticAbout}</p>
      <Row icon="settings" title={words.repair} onClick={() => leave('/reparer.html')} />
      <p class={style.about}>{words.repairAbout}</p>
    </Group>
  )
}
