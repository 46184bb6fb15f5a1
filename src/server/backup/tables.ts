/** A table as a backup has it, whatever keeps it; `some`: how many lines are held in memory at once. */
export type Table = { name: string; key: readonly string[]; columns: readonly string[]; some: number }

const words = (text: string) => text.split(' ')
const table = (name: string, key: string, rest: string, some = 500): Table => ({
  ...{ name, key: words(key), columns: [...words(key), ...words(rest)], some },
})

/** All that is kept, those first that others point to. */
export const tables: readonly Table[] = [
  table('server', 'key', 'value'),
  table('campuses', 'id', 'name kind seq created claimed'),
  table('devices', 'campus id', 'member name acked created seen'),
  table('sessions', 'digest', 'campus device created seen'),
  table('links', 'campus id', 'token code kind inviter name role expires used_by key'),
  table('rows', 'campus tbl id', 'seq sole state digest'),
  table('changes', 'campus device n', 'id seq tbl row member at fields lost refused'),
  table('texts', 'campus tbl id field', 'folded updates state', 50),
  table('blobs', 'campus sha', 'size type device received created'),
  table('chunks', 'campus sha at', 'bytes', 10),
]
/** A line of one database's own, in no backup: which step its schema is at. */
export const ownKey = 'version'
