import { mayCarryFiles, onNetworkChange } from '../store/network-kind.ts'
import { waitingIn } from '../store/outbox.ts'
import { forgetEntry } from '../store/pending-entry.ts'
import { watch } from '../store/read.ts'
import type { Mark, Space } from '../store/space.ts'
import { syncStateOf } from '../store/sync-state.ts'
import { firstSize } from './batch-size.ts'
import { firstLink, sendOffers } from './blob-queue.ts'
import { comingBack } from './come-back.ts'
import { takeLead } from './lead.ts'
import { hearPokes } from './pokes.ts'
import { openRhythm } from './rhythm.ts'
import type { SyncParts } from './sync-parts.ts'
import { syncStoreOf } from './sync-store.ts'
import { wholeRound } from './whole-round.ts'

export type Sync = {
  /** The person asked for a round. */
  now: () => void
  stop: () => void
}

/** A tab that waits for the lead looks after the one that has it. In ms. */
const lookEvery = 30_000
const leftAlone = 120_000

/** Files go in their own time: what is noted never waits for a photo. */
const fileRhythmOf = (space: Space, parts: SyncParts) => {
  const link = firstLink()
  const mayUseNetwork = () => mayCarryFiles(space)
  return openRhythm({
    ...parts,
    round: (signal, progress) => sendOffers({ ...parts, space, mayUseNetwork, link, signal, progress }),
  })
}

/** `sent`: called when a round ended well, and whether the one before had not. */
const rhythmOf = (space: Space, parts: SyncParts, sent: (isAfterTrouble: boolean) => void) => {
  const store = syncStoreOf(space)
  const link = { size: firstSize }
  let isTroubled = false
  return openRhythm({
    ...parts,
    round: async (signal, progress) => {
      const end = await wholeRound(space, { ...parts, store, link, signal, progress })
      // The map of databases lies elsewhere, and may not open: the round was good all the same.
      if (!end.trouble) await forgetEntry(space).catch(() => {})
      if (!end.trouble) sent(isTroubled)
      isTroubled = end.trouble !== undefined
      return end
    },
  })
}

/** Tells of each save, in whichever tab. */
const watchSaves = (space: Space, saved: () => void) => {
  let last: number | undefined
  return watch(
    space,
    () => space.db.table<Mark, string>('meta').get('mark'),
    (mark) => {
      if (last !== undefined && mark && mark.lastChange > last) saved()
      last = mark?.lastChange
    },
    () => {},
    { unhurried: true },
  )
}

/**
 * Syncs one enrolled database while the page is seen: nothing begins as a page is left (docs/decisions/0007). `comeBack`:
 * what to try when the server does not know this device; whether it does then.
 */
export const syncWhileSeen = (space: Space, parts: SyncParts, comeBack: () => Promise<boolean>): Sync => {
  let pokes: ReturnType<typeof hearPokes> | undefined
  const transport = comingBack(parts.transport, comeBack, () => pokes?.again())
  const files = fileRhythmOf(space, parts)
  const rhythm = rhythmOf(space, { ...parts, transport }, (isAfterTrouble) =>
    isAfterTrouble ? files.nudge() : files.look(),
  )
  const nudge = () => {
    rhythm.nudge()
    files.nudge()
  }
  const now = () => {
    rhythm.now()
    files.now()
  }
  const name = `maillage-sync-${space.db.name}`
  const others = new BroadcastChannel(name)
  let lead: ReturnType<typeof takeLead> | undefined
  let stopLooking = () => {}
  const deafen = () => {
    pokes?.stop()
    pokes = undefined
  }

  const begin = () => {
    rhythm.wake()
    files.wake()
    pokes = hearPokes({ ...parts, open: parts.listen, poke: rhythm.nudge, look: rhythm.look })
    return () => {
      deafen()
      rhythm.stop()
      files.stop()
    }
  }
  /** The tab that leads may be stuck, or frozen with the lead. */
  const lookAfter = async () => {
    const [{ since }, { lastTry = 0 }] = await Promise.all([waitingIn(space), syncStateOf(space)])
    if (since !== undefined && parts.clock() - Math.max(since, lastTry) > leftAlone) lead?.seize()
  }
  const look = () => {
    stopLooking = parts.timer(() => {
      if (lead && !lead.isMine()) lookAfter().catch(() => {})
      look()
    }, lookEvery)
  }
  const wake = () => {
    if (lead) return
    lead = takeLead(name, parts.locks, begin)
    look()
  }
  const sleep = () => {
    stopLooking()
    deafen()
    rhythm.sleep()
    files.sleep()
    const given = lead
    lead = undefined
    // A round that runs keeps the lead to its end.
    rhythm.whenStill(() => files.whenStill(() => given?.giveUp()))
  }
  const seen = () => (document.visibilityState === 'visible' ? wake() : sleep())
  const left = () => {
    sleep()
    rhythm.stop()
    files.stop()
  }
  const stopWatching = watchSaves(space, rhythm.saved)
  const stopHearing = onNetworkChange(files.nudge)
  others.onmessage = now
  document.addEventListener('visibilitychange', seen)
  addEventListener('pagehide', left)
  addEventListener('pageshow', seen)
  addEventListener('online', nudge)
  seen()
  return {
    now: () => (lead?.isMine() ? now() : others.postMessage('now')),
    stop: () => {
      stopWatching()
      stopHearing()
      document.removeEventListener('visibilitychange', seen)
      removeEventListener('pagehide', left)
      removeEventListener('pageshow', seen)
      removeEventListener('online', nudge)
      others.close()
      left()
    },
  }
}
