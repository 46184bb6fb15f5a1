const AROUND_OR_BETWEEN = /[\s\p{Cf}.\-‐‑–—_·'’"]/gu

/**
 * Takes away what people and spreadsheets put before and between the signs of an identifier: its name, spaces, dots,
 * hyphens, invisible marks, `="…"`, a leading apostrophe, the `.0` of a column read as numbers. Upper case.
 * `names` is a regular expression for the words it may be announced by.
 */
export function bareOf(names: string): (typed: string) => string {
  const announcement = new RegExp(`^=?(?:N[°O])?(?:${names})?(?:N[°O])?[:=]?`)
  return (typed) =>
    typed
      .normalize('NFKC')
      .trim()
      .replace(/^(\d+)[.,]0$/, '$1')
      .replace(AROUND_OR_BETWEEN, '')
      .toUpperCase()
      .replace(announcement, '')
}
