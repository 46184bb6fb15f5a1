import { useEffect, useRef, useState } from 'preact/hooks'
import { app as appWords } from '../../i18n/fr/app.ts'
import { settings as settingsWords } from '../../i18n/fr/settings.ts'
import { note, notesOf } from '../../store/device-notes.ts'
import { problemOf } from '../../store/problem.ts'
import type { Space } from '../../store/space.ts'
import { enrolmentOf } from '../../store/sync-state.ts'
import { memberOf, type TeamMember, teamOf } from '../../store/team.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { useSave } from '../app/use-save.ts'
import { NameField } from '../parts/name-field.tsx'

/** Who one is in the team, by the first of one's devices; nobody before the space has come to this phone. */
const meIn = async (space: Space) => {
  const [enrolment, team] = await Promise.all([enrolmentOf(space), teamOf(space)])
  return { member: enrolment && memberOf(team, space.me) }
}

/** Written as it is typed while it stays on this phone; the team gets it whole, once one leaves the field. */
export const NameSetting = () => {
  const me = useLive(meIn, [])
  if (!me) return null
  return me.member ? <NameInTeam member={me.member} /> : <NameHere />
}

const NameHere = () => {
  const { space, tell } = useApp()
  const words = useWords(settingsWords)
  const { problem } = useWords(appWords)
  const [name, setName] = useState<string>()
  useEffect(() => {
    notesOf(space).then(
      (notes) => setName((typed) => typed ?? notes.myName ?? ''),
      () => setName((typed) => typed ?? ''),
    )
  }, [space])
  const keep = (typed: string) => {
    setName(typed)
    note(space, { myName: typed.trim() || undefined }).catch((error) =>
      tell({ text: problem[problemOf(error)], urgent: true }),
    )
  }
  return <NameField label={words.name} hint={words.nameHint} value={name ?? ''} change={keep} autocomplete="name" />
}

const NameInTeam = ({ member: { id, name } }: { member: TeamMember }) => {
  const words = useWords(settingsWords)
  const save = useSave()
  const [typed, setTyped] = useState<string>()
  const given = useRef(name)
  useEffect(() => {
    given.current = name
    setTyped(undefined)
  }, [name])
  const leave = async () => {
    const whole = typed?.trim()
    if (!whole) return setTyped(undefined)
    if (whole === given.current) return
    given.current = whole
    if (!(await save([{ table: 'members', row: id, fields: { name: whole } }]))) given.current = name
  }
  // The page may go while one still types.
  const latest = useRef(leave)
  latest.current = leave
  useEffect(() => () => void latest.current(), [])
  return (
    <NameField
      label={words.name}
      hint={words.nameHintTeam}
      value={typed ?? name}
      change={setTyped}
      leave={() => void leave()}
      autocomplete="name"
    />
  )
}
