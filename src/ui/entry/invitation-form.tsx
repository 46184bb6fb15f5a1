import { useEffect, useRef, useState } from 'preact/hooks'
import type { Why } from '../../domain/answer.ts'
import { member } from '../../domain/records/member.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { entry } from '../../i18n/fr/entry.ts'
import { online } from '../../i18n/fr/online.ts'
import { note } from '../../store/device-notes.ts'
import { problemOf } from '../../store/problem.ts'
import type { Invitation, SpaceTitle } from '../app/acts.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import { Page } from '../parts/page.tsx'
import { holdOpenForm } from '../update/open-form.ts'
import style from './entry.module.css'
import { NeededName } from './needed-name.tsx'
import { NotesBefore } from './notes-before.tsx'
import { SpaceFields } from './space-fields.tsx'
import { useEntryDraft } from './use-entry-draft.ts'
import { WhyNot } from './why-not.tsx'

/** The first name that is not typed, else what is to be chosen. */
const focusMissing = (form: HTMLFormElement | null) => {
  const inputs = [...(form?.querySelectorAll('input') ?? [])]
  const missing = inputs.find(({ value }) => value.trim() === '') ?? form?.querySelector<HTMLElement>('[aria-pressed]')
  missing?.focus()
}

type Props = {
  secret: string
  invitation: Invitation
  entered: (space: string | undefined) => void
  another: () => void
}
/** Where a link leads, and what is still to be said before this device is one of the space's. */
export const InvitationForm = ({ secret, invitation, entered, another }: Props) => {
  const { acts, space, speech, tell } = useApp()
  const words = useWords(entry)
  const { wait } = useWords(online)
  const { problem } = useWords(appWords)
  const { kind, from, role, space: known } = invitation
  const headings = {
    setUp: words.setUpTitle,
    invite: known ? words.inviteTitle(known.name) : words.inviteUntitled,
    device: words.deviceTitle(known?.name ?? words.newSpace),
  }
  const draft = useEntryDraft(invitation, headings[kind])
  const [isChecked, check] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [why, setWhy] = useState<Why>()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => holdOpenForm(), [])
  if (!draft) return null

  const { name, space: spaceName = '', kind: spaceKind } = draft.typed
  const given = (): { name: string; space?: SpaceTitle } | undefined => {
    const mine = name.trim()
    if (kind !== 'setUp') return mine ? { name: mine } : undefined
    const its = spaceName.trim()
    return mine && its && spaceKind ? { name: mine, space: { name: its, kind: spaceKind } } : undefined
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isAsking) return
    const whole = given()
    check(true)
    if (!whole) return focusMissing(form.current)
    setAsking(true)
    setWhy(undefined)
    await note(space, { myName: whole.name }).catch(() => {})
    try {
      const answer = await acts.enter(secret, whole)
      if (answer.ok) {
        await draft.end()
        entered((whole.space ?? known)?.name)
      } else setWhy(answer.why)
    } catch (error) {
      tell({ text: problem[problemOf(error)], urgent: true })
    }
    setAsking(false)
  }
  const roleWord = speech.option(member, 'role', role)
  const abouts = {
    setUp: words.setUpAbout,
    invite: from ? words.fromAs(from, roleWord) : words.as(roleWord),
    device: words.deviceAbout(name),
  }
  return (
    <Page title={headings[kind]} back="/">
      <form ref={form} class={`${style.body} ${style.form}`} noValidate onSubmit={(event) => void submit(event)}>
        <p>{abouts[kind]}</p>
        {kind === 'setUp' && (
          <SpaceFields name={spaceName} kind={spaceKind} change={draft.change} isChecked={isChecked} />
        )}
        {(kind !== 'device' || !invitation.name) && (
          <NeededName
            label={words.name}
            hint={words.nameHint}
            value={name}
            change={(name) => draft.change({ name })}
            isChecked={isChecked}
            own
          />
        )}
        <NotesBefore campus={invitation.campus} name={known?.name} />
        {why && <WhyNot why={why} />}
        <Button type="submit" look="main" wide>
          {isAsking ? wait : words.use}
        </Button>
        <Button look="plain" wide onClick={another}>
          {words.anotherCode}
        </Button>
      </form>
    </Page>
  )
}
