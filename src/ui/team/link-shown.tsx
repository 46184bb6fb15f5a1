import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { team } from '../../i18n/fr/team.ts'
import type { Link } from '../app/acts.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { later } from '../app/later.tsx'
import { Button } from '../parts/button.tsx'
import { inputClass, LabelledField } from '../parts/field.tsx'
import style from './team.module.css'
import { untilWord } from './until-word.ts'

const QrCode = later(() => import('./qr-code.tsx').then((part) => part.QrCode))

/** How a link leaves this device; a browser may have neither, and has none over http. */
export type Ways = {
  share?: ((link: string, text: string) => Promise<void>) | undefined
  copy?: ((link: string) => Promise<void>) | undefined
}
const thisBrowser: Ways = {
  share: 'share' in navigator ? (url, text) => navigator.share({ url, text }) : undefined,
  copy: navigator.clipboard && ((link) => navigator.clipboard.writeText(link)),
}

type Props = { made: Link; space: string; ways?: Ways }
/** A link made for one device: to be scanned, sent, or its code typed. */
export const LinkShown = ({ made, space, ways = thisBrowser }: Props) => {
  const { space: here, speech, tell } = useApp()
  const words = useWords(team)
  const id = useId()
  const code = useRef<HTMLOutputElement>(null)
  // The button that asked for it is gone.
  useEffect(() => code.current?.focus({ preventScroll: true }), [])
  const [byHand, copyByHand] = useState(!ways.copy && !ways.share)
  const copy = async () => {
    try {
      await ways.copy?.(made.link)
      tell({ text: words.copied })
    } catch {
      copyByHand(true)
    }
  }
  // Whoever closes the system's own sheet has changed their mind: there is nothing to say.
  const share = () => ways.share?.(made.link, words.shareText(space)).catch(() => {})
  return (
    <div class={style.made}>
      <QrCode link={made.link} />
      <p>{words.scan}</p>
      <p>{words.orCode}</p>
      <output ref={code} tabIndex={-1} class={style.code} aria-label={words.codeLabel}>
        {made.code}
      </output>
      <p class={style.soft}>{words.validity(untilWord(speech, here.now(), made.expires))}</p>
      <div class={style.ways}>
        {ways.share && (
          <Button look="main" wide onClick={() => void share()}>
            {words.share}
          </Button>
        )}
        {ways.copy && (
          <Button wide onClick={() => void copy()}>
            {words.copy}
          </Button>
        )}
      </div>
      {byHand && (
        <LabelledField id={id} label={words.link}>
          <input
            id={id}
            class={inputClass}
            readOnly
            value={made.link}
            onFocus={(event) => event.currentTarget.select()}
          />
        </LabelledField>
      )}
    </div>
  )
}
