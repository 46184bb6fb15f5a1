import { useState } from 'preact/hooks'
import { settings as settingsWords } from '../../i18n/fr/settings.ts'
import { useWords } from '../app/app-context.ts'
import { Chip, Chips } from '../parts/chips.tsx'
import { Group } from '../parts/page.tsx'
import style from './settings.module.css'

const stored = 'maillage.theme'
const themes = ['auto', 'light', 'dark', 'sun'] as const
export type Theme = (typeof themes)[number]

/** The theme in use; the page that opens the app puts the stored one there before the first paint. */
export const chosenTheme = (): Theme =>
  themes.find((theme) => theme === document.documentElement.dataset.theme) ?? 'auto'

const chooseTheme = (theme: Theme) => {
  document.documentElement.dataset.theme = theme
  try {
    localStorage.setItem(stored, theme)
  } catch {
    // storage refused: it lasts as long as this page
  }
}

export const ThemeSetting = () => {
  const words = useWords(settingsWords)
  const [chosen, setChosen] = useState(chosenTheme)
  const choose = (theme: Theme) => {
    chooseTheme(theme)
    setChosen(theme)
  }
  return (
    <Group heading={words.theme}>
      <Chips label={words.theme}>
        {themes.map((theme) => (
          <Chip key={theme} pressed={theme === chosen} onPress={() => choose(theme)}>
            {words.themes[theme]}
          </Chip>
        ))}
      </Chips>
      <p class={style.about}>{words.sunHint}</p>
    </Group>
  )
}
