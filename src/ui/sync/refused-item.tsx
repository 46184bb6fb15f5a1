import { app as appWords } from '../../i18n/fr/app.ts'
import { sync } from '../../i18n/fr/sync.ts'
import { problemOf } from '../../store/problem.ts'
import { correctableIn, type Refused, resend, settle } from '../../store/refused.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import { handFile } from '../parts/hand-file.ts'
import type { ChangeWords } from './change-words.ts'
import { momentInWords } from './moment.ts'
import { reasonInWords } from './reason.ts'
import style from './refused-page.module.css'
import { fileOfRefused } from './unsent-file.ts'

type Props = { refused: Refused; told: ChangeWords; hand?: typeof handFile }
/** One change the server did not take: what it says, why, and what can be done with it. */
export const RefusedItem = ({ refused, told, hand = handFile }: Props) => {
  const { space, speech, tell } = useApp()
  const { review, exported } = useWords(sync)
  const app = useWords(appWords)
  const { change, code } = refused
  const type = space.catalog[change.table]
  const attempt = (act: () => Promise<void>) =>
    act().catch((error) => tell({ text: app.problem[problemOf(error)], urgent: true }))
  const sendAgain = () =>
    attempt(async () => {
      await resend(space, refused)
      tell({ text: review.resent })
    })
  const takeOff = () =>
    attempt(async () => {
      const putBack = await settle(space, refused)
      tell({ text: review.settled, act: { word: app.undo, run: () => void putBack() } })
    })
  const give = () =>
    attempt(async () => {
      if ((await hand(await fileOfRefused(space, speech, refused))) === 'downloaded') tell({ text: exported })
    })
  return (
    <li class={style.item}>
      <h2 class={style.title}>
        <bdi>{told.title}</bdi>
      </h2>
      <p class={style.soft}>
        {told.label} · {momentInWords(speech, told.at, space.now())}
      </p>
      <p class={style.reason}>{reasonInWords(speech, code)}</p>
      <dl class={style.fields}>
        {told.lines.map((line) => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd>
              <bdi dir="auto">{line.text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <div class={style.acts}>
        {correctableIn(space, change).length > 0 && (
          <LinkButton href={`/a-revoir/${refused.n}`}>{review.correct}</LinkButton>
        )}
        {type && <Button onClick={() => void sendAgain()}>{review.resend}</Button>}
        <Button onClick={() => void give()}>{review.exportOne}</Button>
        <Button look="plain" onClick={() => void takeOff()}>
          {review.settle}
        </Button>
      </div>
    </li>
  )
}
