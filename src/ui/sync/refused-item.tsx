import { app as appWords } from '../../i18n/fr/app.ts'
import { sync } from '../../i18n/fr/sync.ts'
import { problemOf } from '../../store/problem.ts'
import { correctableIn, putBack, type Refused, resend, takeOff } from '../../store/refused.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import { handFile } from '../parts/hand-file.ts'
import type { ChangeWords } from './change-words.ts'
import style from './refused-page.module.css'
import { RefusedWords } from './refused-words.tsx'
import { fileOfRefused } from './unsent-file.ts'

type Props = { refused: Refused; told: ChangeWords; isBegun: boolean; hand?: typeof handFile }
/**
 * One change the server did not take: what it says, why, and what can be done with it. `isBegun`: words of a correction
 * wait in its form; until they are saved or given up there, nothing else becomes of it.
 */
export const RefusedItem = ({ refused, told, isBegun, hand = handFile }: Props) => {
  const { space, speech, tell } = useApp()
  const { review, exported } = useWords(sync)
  const app = useWords(appWords)
  const { change, isOff } = refused
  const type = space.catalog[change.table]
  const canCorrect = correctableIn(space, change).length > 0
  const isUnderWay = isBegun && canCorrect
  const attempt = (act: () => Promise<void>) =>
    void act().catch((error) => tell({ text: app.problem[problemOf(error)], urgent: true }))
  /** The item goes, and the focus with it: to the title. */
  const leaveItem = () => document.querySelector<HTMLElement>('h1')?.focus()
  const sendAgain = () =>
    attempt(async () => {
      await resend(space, refused)
      leaveItem()
      tell({ text: review.resent })
    })
  const bringBack = () => attempt(async () => void (await putBack(space, refused)))
  const settle = () =>
    attempt(async () => {
      await takeOff(space, refused)
      leaveItem()
      tell({ text: review.settled, act: { word: app.undo, run: bringBack } })
    })
  const give = () =>
    attempt(async () => {
      if ((await hand(await fileOfRefused(space, speech, refused))) === 'downloaded') tell({ text: exported })
    })
  return (
    <li class={style.item}>
      <RefusedWords refused={refused} told={told} />
      <div class={style.acts}>
        {(isUnderWay || (!isOff && canCorrect)) && (
          <LinkButton href={`/a-revoir/${refused.n}`}>{isUnderWay ? review.goOn : review.correct}</LinkButton>
        )}
        {!isOff && !isUnderWay && type && <Button onClick={sendAgain}>{review.resend}</Button>}
        {isOff && <Button onClick={bringBack}>{review.putBack}</Button>}
        <Button onClick={give}>{review.exportOne}</Button>
        {!isOff && !isUnderWay && (
          <Button look="plain" onClick={settle}>
            {review.settle}
          </Button>
        )}
      </div>
    </li>
  )
}
