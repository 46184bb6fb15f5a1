import type { AnyRow } from '../../src/domain/record.ts'
import { listed, watch } from '../../src/store/read.ts'
import { openCurrentSpace } from '../../src/store/spaces.ts'
import { summariesOf } from '../../src/store/summaries.ts'
import { asked } from './opening.ts'

const space = openCurrentSpace()

const first = async () => {
  const here = await space
  const rows = () => listed<AnyRow>(here, 'people', asked)
  const told = async () => {
    const some = await rows()
    const summaries = await summariesOf(here, 'people', some)
    return some.filter(({ id }, at) => summaries[at]?.id === id && summaries[at].of?.length)
  }
  const query = location.search === '?told' ? told : rows
  const people = await new Promise<AnyRow[]>((show, fail) => watch(here, query, show, fail))
  return { there: performance.now(), ids: people.map(({ id }) => id) }
}

window.opening = {
  fill: async (table, rows) => void (await (await space).db.table(table).bulkPut(rows)),
  first: first(),
}
