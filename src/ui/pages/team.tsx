import { useRef, useState } from 'preact/hooks'
import { member } from '../../domain/records/member.ts'
import { entry } from '../../i18n/fr/entry.ts'
import { online } from '../../i18n/fr/online.ts'
import { team } from '../../i18n/fr/team.ts'
import { type Enrolment, enrolmentOf } from '../../store/sync-state.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { useLive } from '../app/use-live.ts'
import { CodeField } from '../entry/code-field.tsx'
import { keepSecret } from '../entry/kept-secret.ts'
import { Button } from '../parts/button.tsx'
import { Group, Page } from '../parts/page.tsx'
import { useWelcome } from '../sync/welcome.ts'
import { type InviteHandle, InviteSheet } from '../team/invite-sheet.tsx'
import type { Ways } from '../team/link-shown.tsx'
import { MemberList } from '../team/member-list.tsx'
import { OpenInvitations } from '../team/open-invitations.tsx'
import { OtherSpaces } from '../team/other-spaces.tsx'
import style from '../team/team.module.css'

const back = '/reglages'

/** Who works in the same space, and the way in for others; before that, what a space is. */
export const TeamPage = ({ ways }: { ways?: Ways }) => {
  const { space } = useApp()
  const words = useWords(team)
  const known = useLive(async (space) => ({ enrolment: await enrolmentOf(space) }), [])
  if (space.kind === 'examples')
    return (
      <Page title={words.title} back={back}>
        <p>{words.examples}</p>
      </Page>
    )
  if (!known) return <Page title={words.title} back={back} children={null} />
  if (!known.enrolment) return <NoSpace />
  return <OwnSpace enrolment={known.enrolment} {...(ways && { ways })} />
}

const NoSpace = () => {
  const { route } = useLocation()
  const words = useWords(team)
  const { how, ways } = useWords(entry)
  const take = (secret: string) => {
    keepSecret(secret)
    route('/entrer')
  }
  return (
    <Page title={words.title} back={back}>
      <div class={style.none}>
        <p>{words.none}</p>
        <p>{words.nonePromise}</p>
        <CodeField take={take} />
      </div>
      <Group heading={how}>
        <ul class={style.hows}>
          {Object.values(ways).map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
      </Group>
      <OtherSpaces />
    </Page>
  )
}

const OwnSpace = ({ enrolment, ways }: { enrolment: Enrolment; ways?: Ways }) => {
  const { speech } = useApp()
  const words = useWords(team)
  const { kinds } = useWords(online)
  const { name, kind, role } = enrolment
  const sheet = useRef<InviteHandle>(null)
  const [made, setMade] = useState(0)
  useWelcome()
  return (
    <Page key={name} title={name} back={back}>
      <p class={style.line}>{words.line(kinds[kind], speech.option(member, 'role', role))}</p>
      <MemberList />
      <div class={style.acts}>
        {role === 'direction' && (
          <Button look="main" wide icon="plus" onClick={() => sheet.current?.open('invite')}>
            {words.invite}
          </Button>
        )}
        <Button wide onClick={() => sheet.current?.open('device')}>
          {words.addDevice}
        </Button>
      </div>
      <OpenInvitations look={made} />
      <OtherSpaces />
      <InviteSheet ref={sheet} space={name} closed={() => setMade(made + 1)} {...(ways && { ways })} />
    </Page>
  )
}
