import { useId, useState } from 'preact/hooks'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { describedBy, inputClass } from '../parts/field.tsx'
import style from './face.module.css'
import { isBornFromName, type Target, useOffers } from './link-targets.ts'

type Option = { key: string; title: string; detail: string; pick: () => void }
type Props = {
  id: string
  label: string
  to: string
  text: string
  /** Whether the text still looks for a row. */
  seeking: boolean
  faulty: boolean
  onText: (text: string) => void
  onPick: (target: Target) => void
  /** The text names a row to be born; what is behind it is settled. */
  onCreate: () => void
  onLeave?: () => void
}

/** A text that looks for a row: what it may mean is offered below, and a row of that name when there is none. */
export const Combobox = ({ id, label, to, text, seeking, faulty, onText, onPick, onCreate, onLeave }: Props) => {
  const { space } = useApp()
  const words = useWords(recordWords)
  const list = useId()
  const [focused, setFocused] = useState(false)
  const [at, setAt] = useState(-1)
  const asked = focused && seeking
  const { offers, ready } = useOffers(to, text, asked)
  const options: Option[] = offers.map((one) => ({
    key: one.id,
    title: one.title,
    detail: [one.detail, one.aside].filter(Boolean).join(' · '),
    pick: () => onPick(one),
  }))
  if (asked && ready && text.trim() && isBornFromName(space.catalog[to]))
    options.push({ key: 'new', title: words.create(text.trim()), detail: '', pick: onCreate })
  const isOpen = asked && options.length > 0
  const pick = (option: Option | undefined) => {
    option?.pick()
    setAt(-1)
    setFocused(false)
  }
  const keyed = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setFocused(true)
      setAt((at + step + options.length) % Math.max(options.length, 1))
    }
    if (!isOpen || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') setFocused(false)
    else if (at >= 0 || options.length === 1) pick(options[Math.max(at, 0)])
    else setAt(0)
  }
  return (
    <>
      <input
        id={id}
        class={inputClass}
        role="combobox"
        value={text}
        onInput={(event) => {
          setFocused(true)
          setAt(-1)
          onText(event.currentTarget.value)
        }}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false)
          onLeave?.()
        }}
        onKeyDown={keyed}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-activedescendant={isOpen && at >= 0 ? `${list}-${at}` : undefined}
        aria-describedby={describedBy(id)}
        aria-invalid={faulty}
        autocomplete="off"
        autocapitalize="words"
        enterkeyhint="done"
        spellcheck={false}
      />
      {isOpen && (
        <div id={list} role="listbox" aria-label={words.offers(label)} class={style.offers}>
          {options.map((option, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
            <div
              key={option.key}
              id={`${list}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              class={style.offer}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
            >
              <bdi>{option.title}</bdi>
              {option.detail && <span class={style.detail}>{option.detail}</span>}
            </div>
          ))}
        </div>
      )}
    </>
  )
}
