const LETTERS: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}

/**
 * The form in which names are searched and sorted: blind to accents, case and ligatures, and with every run of
 * apostrophes, hyphens, punctuation and spaces (no-break ones too) as one space. Signs of other scripts and emoji stay.
 */
export function fold(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this asks whether the text is plain ASCII
  if (/^[\x00-\x7f]*$/.test(text)) return spaced(text.toLowerCase(), /[^a-z0-9]+/g)
  const letters = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđðþıς]/g, (letter) => LETTERS[letter] ?? letter)
  return spaced(letters, /[\p{P}\p{Z}\p{Cc}\p{Cs}\p{Sm}\p{Sc}\p{Sk}°®©]+/gu)
}

const spaced = (text: string, gap: RegExp) => text.replace(gap, ' ').trim()
