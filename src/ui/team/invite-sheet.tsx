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
  const { space: here, acts } = useApp()
  const words = useWords(team)
  const sheet = useRef<SheetHandle>(null)
  const [kind, setKind] = useState<Kind>('invite')
  const [asked, setAsked] = useState<Asked>()
  const [isOpen, setOpen] = useState(false)
  useImperativeHandle(ref, () => ({
    open: (kind) => {
      setKind(kind)
      setAsked(undefined)
      setOpen(true)
      sheet.current?.open()
      if (kind === 'device') void deviceLink().then((id) => setAsked({ id, kind }))
    },
  }))
  /** The one that is still open, made anew, or another: each tap would else leave one behind. */
  const deviceLink = async () => {
    const open = await acts.invitations()
    const earlier = open.ok ? open.value.find((one) => one.kind === 'device') : undefined
    return earlier?.id ?? here.newId()
  }
  const close = () => {
    setOpen(false)
    closed()
  }
  const title = kind === 'device' ? words.addDevice : asked?.name ? words.invitationOf(asked.name) : words.invite
  return (
    <Sheet ref={sheet} title={title} onClosed={close}>
      <div class={style.sheet}>
        {isOpen && !asked && kind === 'invite' && (
          <InviteForm make={(given) => setAsked({ id: here.newId(), kind: 'invite', ...given })} />
        )}
        {isOpen && asked && <MakingLink asked={asked} space={space} {...(ways && { ways })} />}
      </div>
    </Sheet>
  )
}
