import { useEffect, useState } from 'preact/hooks'
import type { Answer } from '../../domain/answer.ts'
import { online } from '../../i18n/fr/online.ts'
import type { Acts, Link } from '../app/acts.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { WhyNot } from '../entry/why-not.tsx'
import { LinkShown, type Ways } from './link-shown.tsx'
import style from './team.module.css'

export type Asked = Parameters<Acts['invite']>[0]
type Props = { asked: Asked; space: string; ways?: Ways }
/** Asks for a link and shows it; asked again after a failure, it is the same invitation. */
export const MakingLink = ({ asked, space, ways }: Props) => {
  const { acts } = useApp()
  const { wait } = useWords(online)
  const [answer, setAnswer] = useState<Answer<Link>>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let isAwaited = true
    setAnswer(undefined)
    void acts.invite(asked).then((answer) => isAwaited && setAnswer(answer))
    return () => {
      isAwaited = false
    }
  }, [asked, tries])
  if (answer?.ok) return <LinkShown made={answer.value} space={space} {...(ways && { ways })} />
  return (
    <div class={style.made}>
      {answer ? <WhyNot why={answer.why} retry={() => setTries(tries + 1)} /> : <p role="status">{wait}</p>}
    </div>
  )
}
