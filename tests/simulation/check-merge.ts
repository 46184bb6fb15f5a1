import { isCollection } from '../../src/protocol/fields.ts'
import type { FieldState, RowState } from '../../src/protocol/row-state.ts'
import type { Looks } from './invariants.ts'
import { hadHeard, isWord, type Known } from './known.ts'

/** How far apart, in ms, two edits are whose order the phones know for sure. */
const surely = 4_000

const valueIn = (one: Known, name: string) => one.minted.change.fields[name]

/** When it was made, as its clock and what the phone knew of it say, never after it came; ms since 1970. */
const told = ({ minted: { change }, taken }: Known) => Math.min(change.at + (change.offset ?? 0), taken.at)
/** By the true clock where the phone knew it. */
const real = (one: Known) => (one.minted.knewTime ? Math.min(one.minted.at, one.taken.at) : told(one))

/** Also by what was typed on the same phone before. */
const knew = (on: readonly Known[], one: Known, of: Known) =>
  on.some((mine) => mine.device === one.device && mine.n <= one.n && hadHeard(mine, of))

/** Between two who had not heard of each other the later stands; an edit is as late as the latest its author had heard of. */
const laterStands = (looks: Looks, name: string, winner: Known, on: readonly Known[]) => {
  const latest = (of: Known, time: (one: Known) => number) =>
    Math.max(...on.filter((one) => one === of || knew(on, of, one)).map(time))
  for (const one of on) {
    if (one.device === winner.device || knew(on, one, winner) || knew(on, winner, one)) continue
    const what = () => `${name}: ${JSON.stringify(winner)} stands over ${JSON.stringify(one)}`
    looks.holds('later', latest(one, told) <= latest(winner, told) + on.length, what)
    looks.holds('later', latest(one, real) <= latest(winner, real) + surely, what)
  }
}

/** What lost to somebody who had not heard of it stands beside what won, until somebody who had decides. */
const loserBeside = (looks: Looks, name: string, { v, o }: FieldState, on: readonly Known[]) => {
  const last = on.at(-1)
  if (!last) return
  const given = valueIn(last, name)
  const others = on.filter((one) => one !== last)
  const isUnaware = others.some((one) => one.device !== last.device && !knew(on, last, one))
  const sawAll = others.every(
    (one) => one.taken.age <= last.minted.age && one.seq <= Number(last.minted.seen?.seq ?? 0),
  )
  const what = () => `${name}: ${v}, beside it ${JSON.stringify(o)}, after ${given}`
  if (v !== given) looks.holds('beside', o?.value === given, what)
  else if (isUnaware) looks.holds('beside', o !== undefined, what)
  else if (sawAll) looks.holds('beside', o === undefined, what)
}

/** What was typed over a value that stands now, by somebody who had it before them; words that were typed once only. */
const nobodyOverruled = (looks: Looks, state: RowState, touching: readonly Known[]) => {
  for (const [name, field] of Object.entries(state.fields)) {
    const on = touching.filter(({ minted }) => name in minted.change.fields)
    looks.holds('I8', on.length > 0, () => `${name} was given by no change`)
    const { v } = field
    const [winner, second] = on.filter((one) => valueIn(one, name) === v)
    if (!isWord(v) || !winner || second) continue
    for (const one of on) {
      const isOver = one !== winner && one.minted.seen?.[name] === v
      // Seen of a colleague before a restore, and not told again since: no server can tell (decision 14).
      const wasTold = one.minted.age === 0 || one.device === winner.device || hadHeard(one, winner)
      if (one.minted.age === winner.taken.age && wasTold)
        looks.holds('I6', !isOver, () => `${valueIn(one, name)} was typed over ${v}`)
    }
    if (new Set(on.map((one) => valueIn(one, name))).size < on.length) continue
    laterStands(looks, name, winner, on)
    if (name !== 'futureField') loserBeside(looks, name, field, on)
  }
  for (const name of new Set(touching.flatMap(({ minted }) => Object.keys(minted.change.fields))))
    looks.holds('I8', name in state.fields, () => `${name} is not there`)
}

/** Additions add up: a member is there unless the last who said something of it dropped it. */
const membersAddUp = (looks: Looks, state: RowState, touching: readonly Known[]) => {
  const expected = new Set<string>()
  for (const one of touching) {
    const change = valueIn(one, 'tags')
    if (change === undefined || !isCollection(change)) continue
    for (const member of change.drop ?? []) expected.delete(member)
    for (const member of change.add ?? []) expected.add(member)
  }
  const there = (state.fields.tags?.v ?? []) as string[]
  const isSame = there.length === expected.size && there.every((member) => expected.has(member))
  if (state.fields.tags) looks.holds('I8', isSame, () => `${there} instead of ${[...expected]}`)
}

/** A deletion that stands was made by somebody who had heard of every edit of others, or they had heard of it. */
const nothingBuried = (looks: Looks, { fields }: RowState, touching: readonly Known[]) => {
  const deleted = fields.deletedAt
  if (!deleted || deleted.v === null) return
  const deletion = touching.find(({ id }) => id === deleted.c)
  if (!deletion) return
  for (const one of touching) {
    if (one.device === deletion.device || Object.keys(one.minted.change.fields).every((name) => name === 'deletedAt'))
      continue
    const knew = one.seq < deletion.seq ? hadHeard(deletion, one) : hadHeard(one, deletion)
    looks.holds('I10', knew, () => `${one.fields} lies in a row deleted unseen`)
  }
}

/** What a row came to, held against all that was typed in it; the merge rule is asked nothing. `touching`: in their order. */
export const checkMerge = (looks: Looks, state: RowState, touching: readonly Known[]): void => {
  nobodyOverruled(looks, state, touching)
  membersAddUp(looks, state, touching)
  nothingBuried(looks, state, touching)
}
