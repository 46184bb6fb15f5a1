import { useState } from 'preact/hooks'
import { visitorCount } from '../../domain/records/visitor-count.ts'
import { figure } from '../../i18n/figures.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { event as eventWords } from '../../i18n/fr/event.ts'
import { lastTouched } from '../../store/read.ts'
import type { Space } from '../../store/space.ts'
import { birth } from '../../store/write.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { useSave } from '../app/use-save.ts'
import { Button } from '../parts/button.tsx'
import type { Sums } from './event-figures.ts'
import { GroupSize } from './group-size.tsx'
import style from './visitor-counter.module.css'

const publics = Object.keys(visitorCount.fields.public.options)

/** The publics counted last come first. */
const publicsByUse = async (space: Space): Promise<string[]> => {
  const used = (await lastTouched(space, 'visitorCounts', 100)).map((count) => String(count.public))
  return [...new Set([...used.filter((one) => publics.includes(one)), ...publics])]
}

type Tap = { row: string; public: string; number: number }
type Props = { event: string; sums: Sums }
/** A tap is a visitor, or the group whose size was given just before. The order stays while the sheet is open: no target moves under a finger. */
export const VisitorTaps = ({ event, sums }: Props) => {
  const { space, speech } = useApp()
  const words = useWords(eventWords)
  const app = useWords(appWords)
  const save = useSave()
  const [size, setSize] = useState(1)
  const [last, setLast] = useState<Tap>()
  const [order, setOrder] = useState<string[]>()
  const found = useLive(publicsByUse, [])
  if (!order && found) setOrder(found)

  const named = (key: string) => speech.option(visitorCount, 'public', key)
  const tap = async (key: string) => {
    const at = new Date(space.now()).toISOString()
    const counted = birth(space, 'visitorCounts', { event, public: key, number: size, at })
    setSize(1)
    if (await save([counted], { quiet: true })) setLast({ row: counted.row, public: key, number: size })
    else setSize(size)
  }
  const undo = async ({ row }: Tap) => {
    const fields = { deletedAt: new Date(space.now()).toISOString() }
    if (await save([{ table: 'visitorCounts', row, fields }], { quiet: true })) setLast(undefined)
  }
  return (
    <>
      <div class={style.content}>
        <GroupSize size={size} change={setSize} />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser */}
        <div role="group" aria-label={words.publics} class={style.publics}>
          {(order ?? []).map((key) => {
            return (
              <button key={key} type="button" class={style.public} onClick={() => void tap(key)}>
                {`${named(key)} `}
                <span class={style.count}>{figure(speech.language, sums.of[key] ?? 0)}</span>
              </button>
            )
          })}
        </div>
      </div>
      <div class={style.said}>
        <span role="status">{last && words.added(named(last.public), last.number)}</span>
        {last && (
          <Button look="plain" onClick={() => void undo(last)}>
            {app.undo}
          </Button>
        )}
      </div>
    </>
  )
}
