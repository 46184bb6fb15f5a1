import { useEffect, useState } from 'preact/hooks'
import type { Answer } from '../../domain/answer.ts'
import { sync } from '../../i18n/fr/sync.ts'
import type { HeldDeletion } from '../app/acts.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useMemberName } from '../app/use-team.ts'
import { WhyNot } from '../entry/why-not.tsx'
import { Button } from '../parts/button.tsx'
import { momentInWords } from './moment.ts'
import style from './refused-page.module.css'
import { RowNames } from './row-names.tsx'

/** The deletions that wait for the direction, by whoever asked for them, and what the direction says. */
export const HeldDeletions = () => {
  const { acts, space, speech, tell } = useApp()
  const { deletions } = useWords(sync)
  const nameOf = useMemberName()
  const [answer, setAnswer] = useState<Answer<readonly HeldDeletion[]>>()
  const [tries, setTries] = useState(0)
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    let isAwaited = true
    void acts.held().then((answer) => isAwaited && setAnswer(answer))
    return () => {
      isAwaited = false
    }
  }, [tries])
  const settle = async ({ device, upTo }: HeldDeletion, as: 'delete' | 'keep') => {
    setAsking(true)
    const after = await acts.held({ device, upTo, as })
    setAsking(false)
    setAnswer(after)
    if (!after.ok) return
    acts.syncNow()
    document.querySelector<HTMLElement>('h1')?.focus()
    tell({ text: as === 'delete' ? deletions.done : deletions.kept })
  }
  if (!answer) return null
  if (!answer.ok) return <WhyNot why={answer.why} retry={() => setTries(tries + 1)} />
  return (
    <>
      {answer.value.map((one) => (
        <section key={one.device} class={style.item}>
          <h2 class={style.title}>{deletions.held(one.count)}</h2>
          <p>{deletions.heldBy(nameOf(one.by), momentInWords(speech, one.at, space.now()))}</p>
          <RowNames rows={one.rows} count={one.count} />
          <div class={style.acts}>
            <Button look="main" disabled={isAsking} onClick={() => void settle(one, 'keep')}>
              {deletions.keep}
            </Button>
            <Button disabled={isAsking} onClick={() => void settle(one, 'delete')}>
              {deletions.delete(one.count)}
            </Button>
          </div>
        </section>
      ))}
    </>
  )
}
