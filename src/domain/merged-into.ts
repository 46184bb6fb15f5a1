/**
 * By the id of each merged row, the id of the row that stands for it. Given by id what each row was merged into; a row
 * merged into one that is not here (`isHere`) stands for itself until that one comes. Merges may follow one another, and
 * two phones may merge in opposite directions: of a circle the smallest id stays, on every phone, so that no row is lost.
 */
export const survivorsOf = (
  mergedInto: ReadonlyMap<string, string>,
  isHere: (id: string) => boolean = () => true,
): Map<string, string> => {
  const survivors = new Map<string, string>()
  for (const start of mergedInto.keys()) {
    const way: string[] = []
    let id = start
    for (;;) {
      const next = mergedInto.get(id)
      if (survivors.has(id) || way.includes(id) || next === undefined || !isHere(next)) break
      way.push(id)
      id = next
    }
    const circle = way.slice(way.indexOf(id))
    const last = survivors.get(id) ?? (way.includes(id) ? circle.reduce((a, b) => (a < b ? a : b)) : id)
    for (const one of [...way, start]) survivors.set(one, last)
  }
  return survivors
}
