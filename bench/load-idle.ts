import { grouped } from '../src/store/grouped.ts'
import { type Figure, ms } from './figure.ts'
import { type LoadPhone, loadPhone, spreadOfOne } from './load-phone.ts'
import { nameOf, type Served, type Setting } from './load-servers.ts'
import { spreadOf } from './spread.ts'

/** So many single changes are noted, each in another space. */
const singles = 100
/** So many phones open at once. */
const atOnce = 50

/** Many spaces in which nothing happens, all their phones open; here and there somebody notes something. */
export const measureIdle = async (setting: Setting, { seats, urlOf, peak }: Served): Promise<Figure[]> => {
  const phones = seats.map((seat, n) => loadPhone(seat, urlOf(n)))
  for (let at = 0; at < phones.length; at += atOnce)
    await Promise.all(phones.slice(at, at + atOnce).map((phone) => phone.wake()))
  const spaces = [...grouped(phones, ({ campus }) => campus).values()]
  const arrivals: number[] = []
  for (let n = 0; n < singles; n += 1) {
    const [from, ...others] = spaces[(n * 7) % spaces.length] as [LoadPhone, ...LoadPhone[]]
    arrivals.push(...(await spreadOfOne(from, others, { name: `Zoé Essai ${n}` })))
  }
  for (const phone of phones) phone.stop()
  const memory = peak()
  return [
    {
      name: `${spaces.length} spaces, ${phones.length} open, ${nameOf(setting)}`,
      start: 'the save on one phone of a space, the event streams of all spaces open',
      end: 'its row has come to another phone of that space, which heard the poke',
      ours: ms(spreadOf(arrivals)),
      budget: 'told',
    },
    {
      name: '… memory of a server process',
      start: 'its start',
      end: 'the last of these changes, at its highest; of several, the largest',
      ours: `${memory.toFixed(0)} MB`,
      budget: '≤ 300 MB',
      kept: memory <= 300,
    },
  ]
}
