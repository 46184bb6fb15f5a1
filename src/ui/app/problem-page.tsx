import { app as appWords } from '../../i18n/fr/app.ts'
import { lines } from '../../i18n/fr/lines.ts'
import type { Speech } from '../../i18n/language.ts'
import type { Problem } from '../../store/problem.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import style from '../parts/page.module.css'

type Props = { speech: Speech; problem: Problem; startAfresh: () => void }

/** In place of the pages when the store can neither be read nor trusted: what happened and what to do, before anything is typed. */
export const ProblemPage = ({ speech, problem, startAfresh }: Props) => {
  const words = speech.words(lines)
  const { problem: told } = speech.words(appWords)
  return (
    <div class={style.page}>
      <h1 class={style.title}>{problem === 'wiped' ? words.forgotten : words.cannotKeep}</h1>
      <div class={style.empty} role="alert">
        <p>{told[problem]}</p>
        <Button look="main" onClick={() => location.reload()}>
          {words.reload}
        </Button>
        {problem === 'wiped' && <Button onClick={startAfresh}>{words.startAfresh}</Button>}
        {problem !== 'wiped' && (
          <LinkButton href="/reparer.html" look="plain" target="_top">
            {words.repair}
          </LinkButton>
        )}
      </div>
    </div>
  )
}
