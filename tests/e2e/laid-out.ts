/*
 * What is asked of a page from within it: each function is sent to the browser whole, and so stands on its own.
 */

/** What one touches that is less than 44 pixels high or wide, 56 for chips at a stand; links within a sentence apart. */
export const shortTargets = (): string[] => {
  const sheet = document.querySelector('dialog[open]')
  const touched = (sheet ?? document.body).querySelectorAll<HTMLElement>('button, a[href], summary, select')
  return [...touched].flatMap((one) => {
    const { width, height } = one.getBoundingClientRect()
    if (width === 0 || one.closest('p')) return []
    const least = sheet && one.closest('[role=group]') ? 56 : 44
    const [wide, high] = [Math.round(width), Math.round(height)]
    return Math.min(wide, high) >= least ? [] : [`${wide} × ${high}: ${one.outerHTML.slice(0, 120)}`]
  })
}

/** Words cut by their own box or by the side of the screen; a row's second line ends in an ellipsis on purpose. */
export const clippedOn = (): string[] => {
  const within = document.querySelector('dialog[open]') ?? document.body
  const told = within.querySelectorAll<HTMLElement>('button, a[href], summary, h1, h2, label, p, th, td, [role=tab]')
  return [...told].flatMap((one) => {
    const { width, left, right } = one.getBoundingClientRect()
    if (width <= 1 || one.closest('.visually-hidden')) return []
    const isBeside = right > innerWidth + 1 || left < -1
    const isCut = getComputedStyle(one).display !== 'inline' && one.scrollWidth > one.clientWidth + 1
    return isBeside || isCut ? [`cut: ${one.outerHTML.slice(0, 120)}`] : []
  })
}

/** Which of these are not on the screen, or lie under something else. */
export const hiddenTargets = (selector: string): string[] => {
  const targets = [...document.querySelectorAll<HTMLElement>(selector)]
  if (targets.length === 0) return [`nothing is ${selector}`]
  return targets.flatMap((one) => {
    const { left, top, width, height } = one.getBoundingClientRect()
    const there = document.elementFromPoint(left + width / 2, top + height / 2)
    return there && (one.contains(there) || there.contains(one)) ? [] : [`not in reach: ${one.outerHTML.slice(0, 120)}`]
  })
}

/** What ends a page and lies, once one has scrolled to its end, under what stays at the foot of the screen. */
export const coveredAtTheEnd = async (): Promise<string[]> => {
  if (document.querySelector('dialog[open]')) return []
  const before = scrollY
  // A list grows as one comes to its end.
  for (let height = 0; height !== document.documentElement.scrollHeight; ) {
    height = document.documentElement.scrollHeight
    scrollTo({ top: height, behavior: 'instant' })
    await new Promise((done) => setTimeout(done, 100))
  }
  // A field that takes the focus late brings itself into sight.
  scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })
  const told = [...document.querySelectorAll<HTMLElement>('main a[href], main button, main p, main li, main dd')]
  // The line of what just happened, and what it lifts, go by themselves.
  const others = document.querySelector('[aria-live] > div') ? 'main, [aria-live], nav *' : 'main, [aria-live]'
  const lasting = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (one) => getComputedStyle(one).position === 'fixed' && one.getClientRects().length > 0 && !one.matches(others),
  )
  const covered = told.filter((one) => {
    const { width, bottom } = one.getBoundingClientRect()
    return width > 1 && one.checkVisibility() && lasting.some((over) => bottom > over.getBoundingClientRect().top + 1)
  })
  scrollTo({ top: before, behavior: 'instant' })
  return covered.map((one) => `under the foot: ${one.outerHTML.slice(0, 120)}`)
}
