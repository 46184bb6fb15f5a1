import { Dexie } from 'dexie'
import type { AnyRow } from '../../src/domain/record.ts'
import { openSpace } from '../../src/store/open.ts'
import { schemaSteps } from '../../src/store/schema-steps.ts'
import { save } from '../../src/store/write.ts'
import { contactEdits } from '../../src/ui/capture/contact-edits.ts'

declare global {
  interface Window {
    measureSaves: (times: number) => Promise<{ ours: number[]; theirs: number[] }>
  }
}

const took = async (act: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** By turns: our save of one captured contact, and one bare transaction putting the very rows and entries it left. */
window.measureSaves = async (times) => {
  const space = await openSpace({ name: 'ours' })
  const bare = new Dexie('bare', { chromeTransactionDurability: 'strict' })
  bare.version(1).stores(Object.assign({}, ...schemaSteps.map((step) => step.tables)))
  await bare.open()
  const [ours, theirs]: number[][] = [[], []]
  for (let n = 0; n < times; n += 1) {
    const captured = {
      name: `Julie Moreau ${n}`,
      organisation: `Garage des Tilleuls ${n}`,
      contactPoint: '06 39 98 12 34',
      interests: ['apprenticeship'],
      callBack: 7,
      note: 'Cherche deux apprentis pour la rentrée.',
    }
    const edits = contactEdits(space, captured, { taskTitle: (name) => `Rappeler ${name}` })
    ours?.push(await took(() => save(space, edits)))
    const left = await Promise.all(
      edits.map(async ({ table, row }) => ({ table, row: (await space.db.table<AnyRow>(table).get(row)) as AnyRow })),
    )
    const entries = await space.db.table('outbox').reverse().limit(edits.length).toArray()
    const tables = left.map(({ table }) => table)
    theirs?.push(
      await took(() =>
        bare.transaction('rw', [...tables, 'outbox'], () =>
          Promise.all([
            ...left.map(({ table, row }) => bare.table(table).put(row)),
            bare.table('outbox').bulkPut(entries),
          ]),
        ),
      ),
    )
  }
  return { ours: ours ?? [], theirs: theirs ?? [] }
}
