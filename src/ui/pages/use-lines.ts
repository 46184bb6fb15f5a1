import { useRef } from 'preact/hooks'

/**
 * For each row of a list the number of the line that shows it, as its key: a row that stays keeps its line, one that
 * comes takes over the line of one that goes. `afresh`: most rows may be others, and lines keep their places.
 */
export const useLines = (ids: readonly string[], afresh: boolean): readonly number[] => {
  const shown = useRef<readonly string[]>([])
  if (afresh) shown.current = ids
  else {
    const lines = [...shown.current]
    const free = lines.flatMap((id, line) => (ids.includes(id) ? [] : line))
    for (const id of ids) if (!lines.includes(id)) lines[free.shift() ?? lines.length] = id
    shown.current = lines
  }
  return ids.map((id) => shown.current.indexOf(id))
}
