import { useEffect, useRef, useState } from 'preact/hooks'
import type { Why } from '../../domain/answer.ts'
import { member } from '../../domain/records/member.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { entry } from '../../i18n/fr/entry.ts'
import { online } from '../../i18n/fr/online.ts'
import { note, notesOf } from '../../store/device-notes.ts'
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
  const [name, setName] = useState(invitation.name ?? '')
  const [title, setTitle] = useState<Partial<SpaceTitle>>(known ?? {})
  const [isChecked, check] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [why, setWhy] = useState<Why>()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => holdOpenForm(), [])
  useEffect(() => {
    notesOf(space).then(
      ({ myName }) => setName((typed) => typed || myName || ''),
      () => {},
    )
  }, [space])

  const given = (): { name: string; space?: SpaceTitle } | undefined => {
    const mine = name.trim()
    if (kind !== 'setUp') return mine ? { name: mine } : undefined
    const spaceName = title.name?.trim()
    return mine && spaceName && title.kind ? { name: mine, space: { name: spaceName, kind: title.kind } } : undefined
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
      if (answer.ok) entered((whole.space ?? known)?.name)
      else setWhy(answer.why)
    } catch (error) {
      tell({ text: problem[problemOf(error)], urgent: true })
    }
    setAsking(false)
  }
  const roleWord = speech.option(member, 'role', role)
  const headings = {
    setUp: words.setUpTitle,
    invite: known ? words.inviteTitle(known.name) : words.inviteUntitled,
    device: words.deviceTitle(known?.name ?? words.newSpace),
  }
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
          <SpaceFields
            name={title.name ?? ''}
            kind={title.kind}
            change={(given) => setTitle((was) => ({ ...was, ...given }))}
            isChecked={isChecked}
          />
        )}
        {(kind !== 'device' || !invitation.name) && (
          <NeededName
            label={words.name}
            hint={words.nameHint}
            value={name}
            change={setName}
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
