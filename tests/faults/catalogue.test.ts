import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')
const simulated =
  '`simulation/simulation.test.ts` whatever befalls phones, wire and server, no word is lost and all end alike: 1,000 schedules of faults'

/** The lines of the table, each with its number and what it says to be proved by. */
const lines = textOf('docs/faults.md')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [, n, fault, must, proofs = ''] = line.split('|').map((cell) => cell.trim())
    return { n: Number(n), fault, must, proofs: proofs.split('<br>') }
  })
const headings = textOf('docs/manual-faults.md')
  .split('\n')
  .flatMap((line) => (line.startsWith('## ') ? [line.slice(3).toLowerCase().replaceAll(' ', '-')] : []))

/** Why this proves nothing; undefined where it does. */
const wrongWith = (proof: string): string | undefined => {
  const byHand = /^by hand: .*#(.+)\)$/.exec(proof)?.[1]
  if (byHand) return headings.includes(byHand) ? undefined : 'the sheet has no such heading'
  const [, file, name] = /^`(.+)` (.+)$/.exec(proof === 'simulated' ? simulated : proof) ?? []
  if (!file || !existsSync(join(root, 'tests', file))) return 'no such file'
  return textOf(join('tests', file)).includes(`'${name}'`) ? undefined : 'no such test'
}

test('each fault of the catalogue is there, with what must hold', () => {
  expect(lines.map(({ n }) => n)).toEqual(Array.from({ length: 61 }, (_, at) => at + 1))
  expect(lines.filter(({ fault, must, proofs }) => !fault || !must || proofs.length === 0)).toEqual([])
})

test('what is said to prove it is a test that exists, or a heading of the sheet for what is done by hand', () => {
  const wrong = lines.flatMap(({ n, proofs }) =>
    proofs.flatMap((proof) => {
      const why = wrongWith(proof)
      return why ? [`${n}: ${proof}: ${why}`] : []
    }),
  )
  expect(wrong).toEqual([])
})

test('a test, a file or a heading that is not there is seen', () => {
  expect(wrongWith('`sync/too-large.test.ts` no such test at all')).toBe('no such test')
  expect(wrongWith('`sync/gone.test.ts` anything')).toBe('no such file')
  expect(wrongWith('by hand: [x](manual-faults.md#x)')).toBe('the sheet has no such heading')
})
