import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingOf } from '../../src/store/standing.ts'
import { toldOf } from '../../src/ui/sync/told.ts'
import { madeCampus } from './made-campus.ts'
import { type Fate, madePhone } from './phone.ts'

const now = 1_800_000_000_000
const befalls: Record<string, Fate> = {
  'goes well': () => undefined,
  'is lost': () => ({ kind: 'no-network', isSlow: false }),
  'loses its reply': () => 'lost',
  'meets a portal': () => ({ kind: 'portal' }),
  'is too large': ({ changes = [] }) => (changes.length > 1 ? { kind: 'too-large', isOurs: true } : undefined),
}
const steps = fc.array(
  fc.oneof(
    fc.constantFrom('notes', 'notes much', 'restores'),
    fc.constantFrom(...Object.keys(befalls)).map((name) => ({ round: name })),
  ),
  { minLength: 3, maxLength: 14 },
)

/** Everything this phone ever noted that the server does not hold and the person is not shown as refused. */
test('whatever befalls its rounds, a phone that says “all is sent” has nothing the server has not', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const campus = madeCampus()
      const phone = await madePhone(campus, () => now)
      const noted: string[] = []
      let restore = campus.backup()
      for (const step of taken) {
        if (step === 'restores') {
          // What the server lost it asks for again; until it has spoken nobody can know.
          restore()
          phone.meets(() => undefined)
          await phone.sync()
        } else if (typeof step === 'string') {
          for (let at = 0; at < (step === 'notes' ? 1 : 5); at += 1) noted.push(await phone.notes(`Personne ${at}`))
        } else {
          phone.meets(befalls[step.round] ?? (() => undefined))
          await phone.sync()
          if (step.round === 'goes well' && noted.length % 2) restore = campus.backup()
        }
        const told = toldOf(await standingOf(phone.space), now)
        const missing = noted.filter((row) => campus.valuesOf('people', row).name === undefined)
        if (told.main.say === 'sent') expect(missing).toEqual([])
        if (missing.length > 0) expect(told.main.say).not.toBe('sent')
      }
      phone.meets(() => undefined)
      expect(await phone.sync()).toEqual({})
      expect(toldOf(await standingOf(phone.space), now).main.say).toBe('sent')
    }),
    { numRuns: 30 },
  )
}, 60_000)
