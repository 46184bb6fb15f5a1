import { wholeCatalog as catalog } from '../domain/whole-catalog.ts'
import { firstSetUp } from './entry/set-up.ts'
import { openEventStreams } from './events.ts'
import { openKeeping, type Place } from './open-keeping.ts'
import { tidyDaily } from './tidy.ts'
import { traceOf } from './trace.ts'

/** Everything the routes are given, over the data of one place. @throws in one line when the database does not open. */
export const openHouse = async (place: Place, publicUrl: () => string) => {
  const { ledger, pokes } = await openKeeping(place)
  const house = { ledger, catalog, pokes, now: Date.now, publicUrl }
  const stopTidying = tidyDaily(house, (error) => console.log(traceOf(error)))
  return {
    parts: { house, streams: openEventStreams(house) },
    /** Prints a way in as long as nobody is. */
    tellSetUp: async () => {
      const setUp = await firstSetUp({ ledger, publicUrl: publicUrl(), now: Date.now() })
      if (setUp) console.log(`Premier appareil (lien à usage unique, 7 jours) : ${setUp.link.link}`)
    },
    close: () => {
      stopTidying()
      return ledger.close()
    },
  }
}
