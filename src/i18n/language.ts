import type { RecordType } from '../domain/record.ts'
import type { AnyRecordWords } from './record-words.ts'
import type { Section, Translated, Words } from './section.ts'

export type Language = 'fr' | 'en'

/** Every word of the interface and of the records in a language other than French. */
export type Translation = {
  readonly sections: Readonly<Record<string, unknown>>
  readonly records: Readonly<Record<string, AnyRecordWords>>
  /** Fields every record has. */
  readonly common: AnyRecordWords['fields']
}

/** The words of the language in use. French is at hand; a translation is loaded whole before it is shown. */
export const speak = (language: Language, translation?: Translation) => {
  const fieldWords = (type: RecordType, name: string) =>
    translation?.records[type.table]?.fields[name] ?? translation?.common[name]
  return {
    language,
    words: <N extends string, W extends Words>(section: Section<N, W>): Translated<Section<N, W>> =>
      (translation?.sections[section.name] ?? section.words) as Translated<Section<N, W>>,
    label: (type: RecordType) => translation?.records[type.table]?.label ?? type.label,
    plural: (type: RecordType) => translation?.records[type.table]?.plural ?? type.plural,
    field: (type: RecordType, name: string): string => {
      const words = fieldWords(type, name)
      return (typeof words === 'object' ? words.label : words) ?? type.fields[name]?.label ?? name
    },
    hint: (type: RecordType, name: string): string | undefined => {
      const words = fieldWords(type, name)
      return (typeof words === 'object' ? words.hint : undefined) ?? type.fields[name]?.hint
    },
    /** A choice in words; one this version does not know is shown as it is stored. */
    option: (type: RecordType, name: string, key: string): string => {
      const words = fieldWords(type, name)
      const among = (options: Readonly<Record<string, string>> = {}) =>
        Object.hasOwn(options, key) ? options[key] : undefined
      return among(typeof words === 'object' ? words.options : undefined) ?? among(type.fields[name]?.options) ?? key
    },
  }
}
export type Speech = ReturnType<typeof speak>

const stored = 'maillage.lang'
/** French unless the person chose otherwise on this device. */
export const chosenLanguage = (): Language => {
  try {
    return localStorage.getItem(stored) === 'en' ? 'en' : 'fr'
  } catch {
    return 'fr'
  }
}
export const chooseLanguage = (language: Language): void => {
  try {
    localStorage.setItem(stored, language)
  } catch {
    // storage refused: it lasts as long as this page
  }
}

export const loadTranslation = async (language: Language, more?: Translation): Promise<Translation | undefined> => {
  if (language === 'fr') return undefined
  const { english } = await import('./en.ts')
  return more ? { ...english, records: { ...english.records, ...more.records } } : english
}
