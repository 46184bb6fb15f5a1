import { fold } from './fold.ts'

/** Words that say what kind of structure it is, or only join others: two names are the same without them. */
const empty = new Set(
  (
    'sa sas sasu sarl eurl ei eirl sci scop snc sca scic gie gaec ' +
    'ets etablissement etablissements societe cie compagnie entreprise groupe ' +
    'le la les l de du des d au aux a et and the of en ' +
    'm mr mme mlle monsieur madame'
  ).split(' '),
)
const alike: Readonly<Record<string, string>> = { saint: 'st', sainte: 'ste', saints: 'st', saintes: 'ste' }

const wordsOf = (text: string): string[] => {
  const words = fold(text)
    .split(' ')
    .map((word) => alike[word] ?? word)
  const telling = words.filter((word) => !empty.has(word))
  return telling.length > 0 ? telling : words
}
/** One form for words in whatever order. */
const inOrder = (words: readonly string[]) => [...new Set(words)].sort().join(' ')

/**
 * What two names share when they mean the same: legal forms, "Ets", articles and "&" left out, Saint and St one word, in
 * whatever order. "Ste" stands for Sainte and for Société, so a name that begins with it has two.
 */
export const nameCores = (name: string): string[] => {
  const words = wordsOf(name)
  const [first, ...rest] = words
  const cores = first === 'ste' && rest.length > 0 ? [inOrder(words), inOrder(rest)] : [inOrder(words)]
  return cores.filter(Boolean)
}

const stem = (word: string) => (word.length > 3 ? word.replace(/[sx]$/, '') : word)
/** The telling words of a title, without its year, singular and plural alike. */
const stemsOf = (title: string): Set<string> =>
  new Set(
    wordsOf(title)
      .filter((word) => !/^(19|20)\d\d$/.test(word))
      .map(stem),
  )

/** Whether two titles are near enough to mean one event: most words of the shorter one are in the other. */
export const isNearTitle = (a: string, b: string): boolean => {
  const [one, other] = [stemsOf(a), stemsOf(b)]
  const shared = [...one].filter((word) => other.has(word)).length
  return shared > 0 && shared / Math.min(one.size, other.size) > 0.6
}

/** Whether two names share a telling word. */
export const sharesWord = (a: string, b: string): boolean => {
  const other = stemsOf(b)
  return [...stemsOf(a)].some((word) => other.has(word))
}
