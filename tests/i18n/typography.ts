/** What is wrong with a word on screen, told by name. */
type Rule = readonly [name: string, wrong: RegExp]

const everywhere: readonly Rule[] = [
  ['straight apostrophe', /'/u],
  ['straight quotes', /"/u],
  ['three full stops', /\.\.\./u],
  ['space at an end, or twice', /^\s|\s$|\s\s/u],
]

const french: readonly Rule[] = [
  ['no narrow no-break space before ; ! ?', /(?<![\u202f!?(])[;!?]/u],
  ['no no-break space before :', /(?<!\u00a0):(?!\/\/)/u],
  ['no narrow no-break space inside « »', /«(?!\u202f)|(?<!\u202f)»/u],
  ['English quotes', /[“”]/u],
  ['number that may break', /\d (?:\d{3}(?!\d)|[%€])/u],
  ['capital without its accent', /(?<![\p{L}\d])A(?= \p{Ll})/u],
  [
    'capital without its accent',
    /(?<!\p{L})(?:Ca |Etre|Echange|Echec|Ecole|Economi|Ecran|Ecri|Edit|Egal|Elargi|Eleve|Elu|Emission|Energ|Epreuve|Equip|Etablis|Etape|Etat|Eteind|Etiquet|Etranger|Etude|Etudi|Evaluat|Even|Evit)/u,
  ],
  ['oe for œ', /(?:c|s|n|v|ch|m)oe(?:u|ur)|(?<!\p{L})oeuvre/iu],
]

const english: readonly Rule[] = [
  ['space before a sign', /[\s\u00a0\u202f][;:!?]/u],
  ['French space', /\u202f/u],
  ['French quotes', /[«»]/u],
]

const faults = (rules: readonly Rule[], text: string) =>
  [...everywhere, ...rules].filter(([, wrong]) => wrong.test(text)).map(([name]) => name)

export const frenchFaults = (text: string) => faults(french, text)
export const englishFaults = (text: string) => faults(english, text)
