import { useEffect, useState } from 'preact/hooks'
import {
  chooseLanguage,
  chosenLanguage,
  type Language,
  loadTranslation,
  type Speech,
  speak,
  type Translation,
} from '../../i18n/language.ts'

/** The words in use, and how to change the language. Undefined only while a translation is on its way. */
export const useSpeech = () => {
  const [language, setLanguage] = useState<Language>(chosenLanguage)
  const [speech, setSpeech] = useState<Speech | undefined>(() => (language === 'fr' ? speak('fr') : undefined))
  useEffect(() => {
    document.documentElement.lang = language
    let wanted = true
    const show = (translation?: Translation) => wanted && setSpeech(speak(translation ? language : 'fr', translation))
    loadTranslation(language).then(show, () => show())
    return () => {
      wanted = false
    }
  }, [language])
  const change = (next: Language) => {
    chooseLanguage(next)
    setLanguage(next)
  }
  return [speech, change] as const
}
