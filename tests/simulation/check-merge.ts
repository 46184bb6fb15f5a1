import type { FieldChanges } from '../../src/protocol/change.ts'
import { isCollection } from '../../src/protocol/fields.ts'
import type { FieldState, RowState } from '../../src/protocol/row-state.ts'
import type { Looks } from './invariants.ts'
import { hadHeard, isWord, type Known } from './known.ts'

/** How far apart, in ms, two edits are whose order the phones know for sure. */
const surely = 4_000

const isAgain = ({ minted }: Known) => minted.change.heard !== undefined
/** Of what was heard only what was not known counts. */
const fieldsOf = (one: Known): FieldChanges => (isAgain(one) ? JSON.parse(one.fields) : one.minted.change.fields)
const valueIn = (one: Known, name: string) => fieldsOf(one)[name]

/** When it was made, as its clock and what the phone knew of it say, never after it came; ms since 1970. */
const told = ({ minted: { change }, taken }: Known) => Math.min(change.at + (change.offset ?? 0), taken.at)
/** By the true clock where the phone knew it. */
const real = (one: Known) => (one.minted.knewTime ? Math.min(one.minted.at, one.taken.at) : told(one))

/** `again`: what was said again of this field by phones that had heard it before a restore. */
type Field = { name: string; on: readonly Known[]; again: readonly Known[] }

/** The phone of one says that it had heard what the other wrote. */
const saysOf = ({ name, again }: Field, one: Known, of: Known) =>
  again.filter(
    ({ device, minted }) => device === one.device && minted.change.fields[name] === of.minted.change.fields[name],
  )

/** Also by what was typed on the same phone before. */
const knew = (field: Field, one: Known, of: Known) =>
  field.on.some((mine) => mine.device === one.device && mine.n <= one.n && hadHeard(mine, of)) ||
  saysOf(field, one, of).some(({ n }) => n < one.n)
/** Its own phone had heard the other stand over it, or what the other's author typed it over. */
const gaveWay = (field: Field, one: Known, to: Known) =>
  field.on.some(
    (mine) => mine.device === to.device && mine.n <= to.n && saysOf(field, one, mine).some(({ n }) => n > one.n),
  )

/** Between two who had not heard of each other the later stands; an edit is as late as the latest its author had heard of. */
const laterStands = (looks: Looks, winner: Known, field: Field) => {
  const { on } = field
  const latest = (of: Known, time: (one: Known) => number) =>
    Math.max(...on.filter((one) => one === of || knew(field, of, one)).map(time))
  for (const one of on) {
    if (one.device === winner.device || gaveWay(field, one, winner)) continue
    if (knew(field, one, winner) || knew(field, winner, one)) continue
    const what = () => `${field.name}: ${JSON.stringify(winner)} stands over ${JSON.stringify(one)}`
    looks.holds('later', latest(one, told) <= latest(winner, told) + on.length, what)
    looks.holds('later', latest(one, real) <= latest(winner, real) + surely, what)
  }
}

/** What lost to somebody who had not heard of it stands beside what won, until somebody who had decides. */
const loserBeside = (looks: Looks, field: Field, { v, o }: FieldState) => {
  const { name, on } = field
  const last = on.at(-1)
  if (!last) return
  const given = valueIn(last, name)
  const others = on.filter((one) => one !== last)
  const isUnaware = others.some((one) => one.device !== last.device && !knew(field, last, one))
  const sawAll = others.every(
    (one) => one.taken.age <= last.minted.age && one.seq <= Number(last.minted.seen?.seq ?? 0),
  )
  const what = () => `${name}: ${v}, beside it ${JSON.stringify(o)}, after ${given}`
  if (v !== given) looks.holds('beside', o?.value === given, what)
  else if (isUnaware) looks.holds('beside', o !== undefined, what)
  else if (sawAll) looks.holds('beside', o === undefined, what)
}

/** What was only heard stands over nothing that was sent since the restore, but by who said it after their own words. */
const heardGivesWay = (looks: Looks, said: Known, field: Field) => {
  const { name } = field
  const since = field.on.filter(({ seq }) => seq > said.minted.change.base)
  const last = since.findLast(({ device, n }) => device === said.device && n < said.n)
  if (last) laterStands(looks, last, { ...field, on: since })
  else
    looks.holds(
      'later',
      since.length === 0,
      () => `${name}: ${valueIn(said, name)} was only heard, over ${JSON.stringify(since)}`,
    )
}

/** What was typed over a value that stands now, by somebody who had it before them; words that were typed once only. */
const nobodyOverruled = (looks: Looks, state: RowState, touching: readonly Known[]) => {
  for (const [name, { v, c, o }] of Object.entries(state.fields)) {
    const all = touching.filter((one) => name in fieldsOf(one))
    looks.holds('I8', all.length > 0, () => `${name} was given by no change`)
    const on = all.filter((one) => !isAgain(one))
    const again = touching.filter((one) => isAgain(one) && name in one.minted.change.fields)
    const field = { name, on, again }
    const isOwn = on.some((one) => valueIn(one, name) === v)
    const said = isOwn ? undefined : again.find(({ id }) => id === c)
    if (said && isWord(v) && valueIn(said, name) === v) heardGivesWay(looks, said, field)
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
    laterStands(looks, winner, field)
    if (name === 'futureField') continue
    const isOneOf = all.some((one) => valueIn(one, name) === o?.value)
    if (all.length === on.length) loserBeside(looks, field, state.fields[name] as FieldState)
    else if (o) looks.holds('beside', isOneOf, () => `${o.value} of nobody`)
  }
  for (const name of new Set(touching.flatMap((one) => (isAgain(one) ? [] : Object.keys(fieldsOf(one))))))
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
    const isAlone = Object.keys(fieldsOf(one)).every((name) => name === 'deletedAt')
    if (one.device === deletion.device || isAlone || isAgain(one)) continue
    const had = isAgain(deletion) ? one.seq <= deletion.minted.change.base : hadHeard(deletion, one)
    const knew = one.seq < deletion.seq ? had : hadHeard(one, deletion)
    looks.holds('I10', knew, () => `${one.fields} lies in a row deleted unseen`)
  }
}

/** What a row came to, held against all that was typed in it; the merge rule is asked nothing. `touching`: in their order. */
export const checkMerge = (looks: Looks, state: RowState, touching: readonly Known[]): void => {
  nobodyOverruled(looks, state, touching)
  membersAddUp(looks, state, touching)
  nothingBuried(looks, state, touching)
}
