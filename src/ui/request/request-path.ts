/** Where a request is noted; `person` and `organisation`: the ids of whom it is from, `draft`: one that was begun. */
export const requestPath = (given: { person?: string; organisation?: string; draft?: string }): string => {
  const query = new URLSearchParams(given).toString()
  return `/demande${query && `?${query}`}`
}
