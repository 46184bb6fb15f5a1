import { useEffect, useRef, useState } from 'preact/hooks'
import type { Answer } from '../../domain/answer.ts'
import { online } from '../../i18n/fr/online.ts'
import { team } from '../../i18n/fr/team.ts'
import type { OpenInvitation } from '../app/acts.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useTeam } from '../app/use-team.ts'
import { WhyNot } from '../entry/why-not.tsx'
import { Button } from '../parts/button.tsx'
import line from '../parts/line.module.css'
import { Group } from '../parts/page.tsx'
import style from './team.module.css'
import { untilWord } from './until-word.ts'

/** The links one made that nobody has used; `look`: changes when there may be others. Nothing where there are none. */
export const OpenInvitations = ({ look }: { look: number }) => {
  const { acts, space, speech, tell } = useApp()
  const words = useWords(team)
  const wordsOnline = useWords(online)
  const [answer, setAnswer] = useState<Answer<readonly OpenInvitation[]>>()
  // Who uses one comes to the team, with a device or more.
  const devices = useTeam()?.flatMap(({ ids }) => ids).length
  const asked = useRef(0)
  const ask = async (how: { cancel?: string; isLook?: boolean } = {}) => {
    asked.current += 1
    const mine = asked.current
    const given = await acts.invitations(how.cancel)
    // An answer that was overtaken may still name what was withdrawn meanwhile; a look that failed takes nothing away.
    if (mine === asked.current) setAnswer((was) => (how.isLook && was?.ok && !given.ok ? was : given))
    return given
  }
  useEffect(() => {
    if (devices !== undefined) void ask({ isLook: true })
  }, [look, devices])
  useEffect(() => {
    const seen = () => void (document.visibilityState === 'visible' && ask({ isLook: true }))
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [])
  const withdraw = async (cancel: string) => {
    const after = await ask({ cancel })
    if (after.ok) tell({ text: words.withdrawn })
  }
  if (!answer || (answer.ok && answer.value.length === 0)) return null
  const retry = () => void ask()
  const nameOf = ({ kind, name }: OpenInvitation) => (kind === 'device' ? words.openDevice : name || words.openNobody)
  return (
    <Group heading={words.open}>
      {!answer.ok && answer.why !== 'no-network' && <WhyNot why={answer.why} retry={retry} />}
      {!answer.ok && answer.why === 'no-network' && (
        <>
          <p class={style.soft}>{words.openFar}</p>
          <Button onClick={retry}>{wordsOnline.retry}</Button>
        </>
      )}
      {answer.ok && (
        <ul>
          {answer.value.map((one) => (
            <li key={one.id} class={line.line}>
              <div class={line.text}>
                <bdi class={line.title}>{nameOf(one)}</bdi>
                <span class={line.detail}>{words.valid(untilWord(speech, space.now(), one.expires))}</span>
              </div>
              <button
                type="button"
                class={line.act}
                aria-label={words.withdrawOf(nameOf(one))}
                onClick={() => void withdraw(one.id)}
              >
                {words.withdraw}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Group>
  )
}
