import { useState } from 'preact/hooks'
import { visitorCount } from '../../domain/records/visitor-count.ts'
import { figure } from '../../i18n/figures.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { event as eventWords } from '../../i18n/fr/event.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { useSave } from '../app/use-save.ts'
import { Button } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import text from '../parts/text.module.css'
import style from './event.module.css'
import { countsOf, type Sums, sumsOf } from './event-figures.ts'
import { corrections, PublicNumbers, type Typed } from './public-numbers.tsx'

/** The visitors counted, by public, and a correction of them. */
export const EventVisitors = ({ event }: { event: string }) => {
  const { space } = useApp()
  const words = useWords(eventWords)
  const app = useWords(appWords)
  const save = useSave()
  const sums = useLive(async (space) => sumsOf(await countsOf(space, event)), [event])
  const [typed, setTyped] = useState<Typed>()
  if (!sums) return null
  const correct = async () => {
    const edits = corrections(space, event, sums.of, typed ?? {})
    if (edits.length === 0 || (await save(edits, { text: words.corrected }))) setTyped(undefined)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void correct()
  }
  return (
    <Group
      heading={words.visitors}
      aside={
        !typed && (
          <Button look="plain" onClick={() => setTyped({})}>
            {words.correct}
          </Button>
        )
      }
    >
      {typed ? (
        <form class={style.form} onSubmit={submit} noValidate>
          <PublicNumbers of={sums.of} typed={typed} type={setTyped} />
          <div class={style.acts}>
            <Button type="submit" look="main">
              {words.saveCorrection}
            </Button>
            <Button look="plain" onClick={() => setTyped(undefined)}>
              {app.cancel}
            </Button>
          </div>
        </form>
      ) : (
        <Totals sums={sums} />
      )}
    </Group>
  )
}

const Totals = ({ sums }: { sums: Sums }) => {
  const { speech } = useApp()
  const words = useWords(eventWords)
  const shown = Object.entries(sums.of).filter(([, number]) => number !== 0)
  if (shown.length === 0) return <p class={text.soft}>{words.noVisitors}</p>
  const line = (name: string, number: number) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>{figure(speech.language, number)}</td>
    </tr>
  )
  return (
    <table class={style.table} aria-label={words.visitors}>
      <tbody>
        {shown
          .sort((a, b) => b[1] - a[1])
          .map(([key, number]) => line(speech.option(visitorCount, 'public', key), number))}
      </tbody>
      <tfoot>{line(words.allPublics, sums.total)}</tfoot>
    </table>
  )
}
