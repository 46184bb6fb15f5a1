import { useEffect, useState } from 'preact/hooks'
import type { Answer, Why } from '../../domain/answer.ts'
import { entry } from '../../i18n/fr/entry.ts'
import { online } from '../../i18n/fr/online.ts'
import type { Invitation } from '../app/acts.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { CodeField } from '../entry/code-field.tsx'
import style from '../entry/entry.module.css'
import { InstallFirst } from '../entry/install-first.tsx'
import { InvitationForm } from '../entry/invitation-form.tsx'
import { keepSecret, takeSecret } from '../entry/kept-secret.ts'
import { readCode } from '../entry/read-code.ts'
import { hasEntryDraft } from '../entry/use-entry-draft.ts'
import { mayPass, WhyNot } from '../entry/why-not.tsx'
import type { InstallState } from '../install/install-state.ts'
import { useInstallState } from '../install/use-install-state.ts'
import { Button } from '../parts/button.tsx'
import { Group, Page } from '../parts/page.tsx'
import { justEntered } from '../sync/welcome.ts'

/** Goes on without a way back to a link that is spent; told to whichever pages are drawn by then. */
const goOn = (path: string) => {
  history.replaceState(null, '', path)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** Where a link to a space is opened, or its code typed. */
export const EnterPage = ({ install }: { install?: InstallState }) => {
  const { space, leaveExamples } = useApp()
  const words = useWords(entry)
  const [secret, setSecret] = useState(takeSecret)
  useEffect(() => {
    // A second link opened over this page changes its address only.
    const look = () => setSecret(takeSecret())
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [])
  const take = (one: string | undefined) => {
    keepSecret(one)
    setSecret(one)
  }
  if (space.kind === 'examples')
    return (
      <Page title={words.inviteUntitled} back="/">
        <div class={style.body}>
          <p>{words.examples}</p>
          <Button look="main" wide onClick={leaveExamples}>
            {words.leaveExamples}
          </Button>
        </div>
      </Page>
    )
  if (!secret) return <CodePage take={take} />
  return <WithLink key={secret} secret={secret} take={take} install={install} />
}

type CodeProps = { take: (secret: string) => void; typed?: string; why?: Why }
/** Where a code is typed. `why`: what the server said of `typed`, or of a link that leads nowhere. */
const CodePage = ({ take, typed, why }: CodeProps) => {
  const words = useWords(entry)
  const isAwaited = useLive(hasEntryDraft, [])
  return (
    <Page key="code" title={words.codeTitle} back="/">
      <div class={style.body}>
        {why && !typed ? <WhyNot why={why} /> : <p>{words.about}</p>}
        {isAwaited && <p>{words.waiting}</p>}
        <CodeField take={take} {...(typed && { typed, why })} />
        <Group heading={words.how}>
          <ul class={style.ways}>
            {Object.values(words.ways).map((way) => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        </Group>
      </div>
    </Page>
  )
}

type Props = { secret: string; take: (secret: string | undefined) => void; install: InstallState | undefined }
const WithLink = ({ secret, take, install }: Props) => {
  const { acts } = useApp()
  const words = useWords(entry)
  const { wait } = useWords(online)
  const isIos = useInstallState(install) === 'ios'
  const [isHere, stayHere] = useState(false)
  const [tries, setTries] = useState(0)
  const [answer, setAnswer] = useState<Answer<Invitation>>()
  useEffect(() => {
    let isAwaited = true
    setAnswer(undefined)
    void acts.look(secret).then((answer) => isAwaited && setAnswer(answer))
    return () => {
      isAwaited = false
    }
  }, [secret, tries])
  const another = () => take(undefined)
  const again = () => setTries(tries + 1)
  if (answer?.ok) {
    const invitation = answer.value
    if (isIos && !isHere) return <InstallFirst key="first" code={invitation.code} anyway={() => stayHere(true)} />
    const entered = (space: string | undefined) => {
      keepSecret(undefined)
      if (space) justEntered(space)
      goOn(invitation.kind === 'setUp' ? '/equipe' : '/')
    }
    return <InvitationForm key="form" secret={secret} invitation={invitation} entered={entered} another={another} />
  }
  if (answer && !mayPass(answer.why))
    return (
      <CodePage
        take={(one) => (one === secret ? again() : take(one))}
        why={answer.why}
        {...(readCode(secret).secret === secret && { typed: secret })}
      />
    )
  return (
    <Page key="wait" title={words.linkTitle} back="/">
      <div class={style.body}>
        {!answer && <p role="status">{wait}</p>}
        {answer && <WhyNot why={answer.why} retry={again} />}
        {answer && (
          <Button look="plain" wide onClick={another}>
            {words.anotherCode}
          </Button>
        )}
      </div>
    </Page>
  )
}
