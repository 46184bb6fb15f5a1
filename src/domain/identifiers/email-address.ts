export const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\;:"]+$/

export const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1)

/** Walks back from the end: a regular expression for this would take quadratic time on long runs. */
function withoutClosing(text: string): string {
  let end = text.length
  while (end > 0 && /[\s\p{Cf}>)"';,.]/u.test(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}

/** The stored form of an address; only its domain is blind to case, so the rest stays as typed. What is no address is kept, trimmed. */
export function normaliseEmail(typed: string): string {
  const opened = typed.trim().replace(/^(?:[<("'\s\p{Cf}]|mailto:)+/iu, '')
  const address = withoutClosing(opened)
    .split('@')
    .map((part) => part.trim())
    .join('@')
  if (!ADDRESS.test(address)) return typed.trim()
  const domain = domainOf(address)
  return address.slice(0, -domain.length) + domain.toLowerCase()
}
