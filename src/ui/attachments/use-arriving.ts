import { useEffect, useState } from 'preact/hooks'
import type { Why } from '../../domain/answer.ts'
import type { ShownFile } from '../../store/attachments-of.ts'
import { enrolmentOf, syncStateOf } from '../../store/sync-state.ts'
import { useApp } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'

/** What became of the asking for bytes that are not here; absent while they are asked for. */
export type Arriving = ReadonlyMap<string, Why>

/**
 * Asks for the pictures a page shows and has not, one after the other, and again whenever a round of sync ended: a
 * colleague's phone may have sent them since.
 */
export const useArriving = (files: readonly ShownFile[]): Arriving => {
  const { acts } = useApp()
  const [why, setWhy] = useState<Arriving>(new Map())
  const round = useLive(async (space) => {
    const [enrolment, { lastDone, lastTry }] = await Promise.all([enrolmentOf(space), syncStateOf(space)])
    return enrolment && `${lastDone} ${lastTry}`
  }, [])
  const wanted = files.filter(({ row, isHere }) => !isHere && row.kind !== 'document').map(({ row }) => row.sha)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const again = () => setTurn((last) => last + 1)
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [])
  useEffect(() => {
    if (round === undefined || wanted.length === 0) return
    let isOver = false
    const ask = async () => {
      for (const sha of wanted) {
        if (isOver) return
        const answer = await acts.fetchBlob(sha)
        if (!answer.ok && !isOver) setWhy((known) => new Map(known).set(sha, answer.why))
      }
    }
    ask().catch(() => {})
    return () => {
      isOver = true
    }
  }, [acts, round, turn, wanted.join()])
  return why
}
