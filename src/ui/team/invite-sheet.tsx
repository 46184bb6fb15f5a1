import type { Ref } from 'preact'
import { useImperativeHandle, useRef, useState } from 'preact/hooks'
import { team } from '../../i18n/fr/team.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { Sheet, type SheetHandle } from '../parts/sheet.tsx'
import { InviteForm } from './invite-form.tsx'
import type { Ways } from './link-shown.tsx'
import { type Asked, MakingLink } from './making-link.tsx'
import style from './team.module.css'

type Kind = Asked['kind']
export type InviteHandle = { open: (kind: Kind) => void }

type Props = { ref: Ref<InviteHandle>; space: string; closed: () => void; ways?: Ways }
/** A colleague is described first; for a device of one's own there is nothing to say. */
export const InviteSheet = ({ ref, space, closed, ways }: Props) => {
  const { space: here } = useApp()
  const words = useWords(team)
  const sheet = useRef<SheetHandle>(null)
  const [kind, setKind] = useState<Kind>('invite')
  const [asked, setAsked] = useState<Asked>()
  const [isOpen, setOpen] = useState(false)
  useImperativeHandle(ref, () => ({
    open: (kind) => {
      setKind(kind)
      setAsked(kind === 'device' ? { id: here.newId(), kind } : undefined)
      setOpen(true)
      sheet.current?.open()
    },
  }))
  const close = () => {
    setOpen(false)
    closed()
  }
  const title = kind === 'device' ? words.addDevice : asked?.name ? words.invitationOf(asked.name) : words.invite
  return (
    <Sheet ref={sheet} title={title} onClosed={close}>
      <div class={style.sheet}>
        {isOpen && !asked && <InviteForm make={(given) => setAsked({ id: here.newId(), kind: 'invite', ...given })} />}
        {isOpen && asked && <MakingLink asked={asked} space={space} {...(ways && { ways })} />}
      </div>
    </Sheet>
  )
}
