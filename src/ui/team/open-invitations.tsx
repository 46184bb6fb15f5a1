import { useEffect, useState } from 'preact/hooks'
import { member } from '../../domain/records/member.ts'
import { team } from '../../i18n/fr/team.ts'
import type { Answer, OpenInvitation } from '../app/acts.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { WhyNot } from '../entry/why-not.tsx'
import { clockIcon } from '../parts/more-icons.ts'
import { Group } from '../parts/page.tsx'
import { Item, Row } from '../parts/row.tsx'
import style from './team.module.css'
import { untilWord } from './until-word.ts'

/** The links one made that nobody has used; `look`: changes when there may be others. Nothing where there are none. */
export const OpenInvitations = ({ look }: { look: number }) => {
  const { acts, space, speech, tell } = useApp()
  const words = useWords(team)
  const [answer, setAnswer] = useState<Answer<readonly OpenInvitation[]>>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let isAwaited = true
    void acts.invitations().then((answer) => isAwaited && setAnswer(answer))
    return () => {
      isAwaited = false
    }
  }, [look, tries])
  const cancel = async (id: string) => {
    const after = await acts.invitations(id)
    setAnswer(after)
    if (after.ok) tell({ text: words.cancelled })
  }
  if (!answer || (answer.ok && answer.value.length === 0)) return null
  const nameOf = ({ kind, name }: OpenInvitation) => (kind === 'device' ? words.openDevice : name || words.openNobody)
  const about = ({ kind, role, expires }: OpenInvitation) => {
    const until = untilWord(speech, space.now(), expires)
    return kind === 'device' ? words.openOwnUntil(until) : words.openUntil(speech.option(member, 'role', role), until)
  }
  return (
    <Group heading={words.open}>
      {!answer.ok && <WhyNot why={answer.why} retry={() => setTries(tries + 1)} />}
      {answer.ok && (
        <ul>
          {answer.value.map((one) => (
            <Item key={one.id}>
              <Row
                title={nameOf(one)}
                detail={about(one)}
                icon={clockIcon}
                aside={
                  <button
                    type="button"
                    class={style.cancel}
                    aria-label={words.cancelOf(nameOf(one))}
                    onClick={() => void cancel(one.id)}
                  >
                    {words.cancel}
                  </button>
                }
              />
            </Item>
          ))}
        </ul>
      )}
    </Group>
  )
}
