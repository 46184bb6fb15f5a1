import * as Y from 'yjs'

/** In bytes. */
export const MOST_UPDATE = 65_536
/** Whose pieces one update may hold: putting together what waits for others costs the square of them. */
export const MOST_WRITERS = 1_000
/** Of text in one piece, in UTF-16 units, which are three bytes at most; around it there is room to spare. */
const MOST_TEXT = 20_000
const MOST_STRUCTS = 1_000
const MOST_RANGES = 2_000

type Struct = Y.Item | Y.GC
/** Numbers as Yjs writes them: seven bits a byte, the lowest first. */
const numbers = (...all: number[]): number[] =>
  all.flatMap((number) => {
    const bytes: number[] = []
    let left = number
    for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128)
    return [...bytes, left]
  })

const joined = (parts: readonly ArrayLike<number>[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
const [NO_STRUCTS, NOTHING_DELETED] = [[0], [0]]

/** An update of the structs of one client that follow each other. */
const updateOf = (structs: readonly Struct[]): Uint8Array => {
  const first = structs[0] as Struct
  const encoder = new Y.UpdateEncoderV1()
  for (const struct of structs) struct.write(encoder, 0)
  return joined([numbers(1, structs.length, first.id.client, first.id.clock), encoder.toUint8Array(), NOTHING_DELETED])
}

/** A long text as texts that follow each other; no surrogate pair is parted. */
const short = (struct: Struct): Struct[] => {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return [struct]
  const { id, origin, rightOrigin, parent, parentSub, content } = struct
  const pieces: Y.Item[] = []
  for (let at = 0; at < content.str.length; ) {
    const isInPair = /[\ud800-\udbff]/.test(content.str[at + MOST_TEXT - 1] ?? '')
    const text = content.str.slice(at, at + MOST_TEXT - (isInPair ? 1 : 0))
    const before = at === 0 ? origin : Y.createID(id.client, id.clock + at - 1)
    const own = Y.createID(id.client, id.clock + at)
    // Yjs writes the parent only where neither neighbour is named.
    pieces.push(new Y.Item(own, null, before, null, rightOrigin, parent, parentSub, new Y.ContentString(text)))
    at += text.length
  }
  return pieces
}

const sizeOf = (struct: Struct) =>
  struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str.length : 0

/** What follows each other without a hole and fits in one update. */
const groupsOf = (structs: readonly Struct[]): Struct[][] => {
  const groups: Struct[][] = []
  let [size, next] = [0, Number.NaN]
  for (const struct of structs) {
    const group = groups.at(-1)
    const follows = group?.[0]?.id.client === struct.id.client && struct.id.clock === next
    if (group && follows && group.length < MOST_STRUCTS && size + sizeOf(struct) <= MOST_TEXT) group.push(struct)
    else {
      groups.push([struct])
      size = 0
    }
    size += sizeOf(struct)
    next = struct.id.clock + struct.length
  }
  return groups
}

type Range = { client: number; clock: number; len: number }
const deletions = (ranges: readonly Range[]): Uint8Array => {
  const clients = [...new Set(ranges.map(({ client }) => client))]
  const each = clients.map((client) => {
    const own = ranges.filter((range) => range.client === client)
    return [...numbers(client, own.length), ...own.flatMap(({ clock, len }) => numbers(clock, len))]
  })
  return joined([NO_STRUCTS, numbers(clients.length), ...each])
}

/** The number an update begins with. */
export const writersIn = (update: Uint8Array): number => {
  let count = 0
  for (const [at, byte] of update.subarray(0, 5).entries()) {
    count += (byte % 128) * 128 ** at
    if (byte < 128) break
  }
  return count
}

/**
 * One update as several that together say the same, each small enough to travel; one that is small enough stays as it is.
 * Yjs has no such thing: what a struct or a deletion is written as is its format of version 1.
 */
export const cutUpdate = (update: Uint8Array): Uint8Array[] => {
  if (update.length <= MOST_UPDATE && writersIn(update) <= MOST_WRITERS) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  const groups = groupsOf(structs.flatMap((struct) => (struct instanceof Y.Skip ? [] : short(struct))))
  const ranges = [...ds.clients].flatMap(([client, some]) => some.map(({ clock, len }) => ({ client, clock, len })))
  const parts: Range[][] = []
  for (let at = 0; at < ranges.length; at += MOST_RANGES) parts.push(ranges.slice(at, at + MOST_RANGES))
  return [...groups.map(updateOf), ...parts.map(deletions)]
}
