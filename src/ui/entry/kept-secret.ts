const stored = 'maillage.entry'
/** What a browser refused to keep lasts as long as this page. */
let here: string | undefined

/** The token of a link or a code, while this tab lives: a reload does not lose it, and nothing of it stays after. */
export const keptSecret = (): string | undefined => {
  try {
    return sessionStorage.getItem(stored) ?? here
  } catch {
    return here
  }
}

export const keepSecret = (secret: string | undefined): void => {
  here = undefined
  try {
    if (secret === undefined) sessionStorage.removeItem(stored)
    else sessionStorage.setItem(stored, secret)
  } catch {
    here = secret
  }
}

/** The token in the link that was opened, taken out of the address bar at once; else the one this tab has. */
export const takeSecret = (): string | undefined => {
  const token = location.hash.slice(1)
  if (token) {
    keepSecret(token)
    history.replaceState(history.state, '', location.pathname + location.search)
  }
  return keptSecret()
}
