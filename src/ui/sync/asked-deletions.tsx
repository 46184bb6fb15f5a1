import { useEffect } from 'preact/hooks'
import { sync } from '../../i18n/fr/sync.ts'
import { endHeldBefore, type Refused, takeOff } from '../../store/refused.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import box from '../parts/notice.module.css'
import style from './refused-page.module.css'
import { RowNames } from './row-names.tsx'

/** The deletions one asked for that wait for the direction: one item, however many they are. */
export const AskedDeletions = ({ asked }: { asked: readonly Refused[] }) => {
  const { acts, space, tell } = useApp()
  const { deletions, review } = useWords(sync)
  useEffect(() => {
    // What became of those that no longer wait is seen on their rows: deleted, or there as before.
    void acts.held().then(async (answer) => {
      if (!answer.ok) return
      const ended = await endHeldBefore(space, answer.value.find(({ device }) => device === space.device)?.from)
      if (ended > 0) tell({ text: deletions.settled })
    })
  }, [])
  // Deleted once more, since it is still there, a row is asked for once.
  const rows = [...new Map(asked.map(({ change: { table, row } }) => [row, { table, row }])).values()]
  return (
    <section class={style.item}>
      <h2 class={style.title}>{deletions.asked(rows.length)}</h2>
      <p class={box.notice}>{deletions.askedWhy}</p>
      <RowNames rows={rows} count={rows.length} />
      <div class={style.acts}>
        <Button look="plain" onClick={() => void Promise.all(asked.map((one) => takeOff(space, one)))}>
          {review.settle}
        </Button>
      </div>
    </section>
  )
}
