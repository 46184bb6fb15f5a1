import { useEffect, useState } from 'preact/hooks'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { Combobox } from './combobox.tsx'
import style from './face.module.css'
import type { InputProps } from './face.ts'
import { isBornFromName, useNamesake, useTargets } from './link-targets.ts'
import { Pills } from './pills.tsx'
import { allOf, nameToBeBorn, oneOf, toBeBorn } from './typed.ts'

/** One row, by its name; a name that no row has is a row to be born with the save. */
export const LinkInput = ({ id, type, name, field, typed, change, faulty }: InputProps) => {
  const { space, speech } = useApp()
  const words = useWords(recordWords)
  const to = field.to ?? ''
  const chosen = oneOf(typed)
  const born = nameToBeBorn(chosen)
  const targets = useTargets(to, chosen ? [chosen] : [])
  const [isSettled, settle] = useState(false)
  const text = born ?? targets?.get(chosen)?.title ?? ''
  const namesake = useNamesake(to)
  useEffect(() => {
    // What was typed before the rows were read, or comes from a draft.
    const known = namesake.ready && born !== undefined && !isSettled ? namesake.find(born) : undefined
    if (known) change(known)
  }, [namesake.ready])
  return (
    <div class={style.several}>
      <Combobox
        id={id}
        label={speech.field(type, name)}
        to={to}
        text={text}
        seeking={!isSettled && (born !== undefined || chosen === '')}
        faulty={faulty ?? false}
        onText={(next) => {
          settle(false)
          change(next.trim() ? (namesake.find(next) ?? toBeBorn(next)) : '')
        }}
        onPick={(target) => change(target.id)}
        onCreate={() => settle(true)}
      />
      {born && isBornFromName(space.catalog[to]) && <p class={style.born}>{words.willBeBorn}</p>}
    </div>
  )
}

/** Several rows, each added by its name. The text being typed is already the last of them, for the draft. */
export const LinksInput = ({ id, type, name, field, typed, change, faulty }: InputProps) => {
  const { speech } = useApp()
  const words = useWords(recordWords)
  const to = field.to ?? ''
  const [text, setText] = useState('')
  const all = typeof typed === 'string' ? allOf(typed) : typed
  const settled = text.trim() ? all.slice(0, -1) : all
  const targets = useTargets(to, settled)
  const pills = allOf(settled).map((key) => {
    const born = nameToBeBorn(key)
    return { key, text: born ?? targets?.get(key)?.title ?? (targets ? words.absent : '') }
  })
  const pending = (next: string) => (next.trim() ? [toBeBorn(next.trim())] : [])
  return (
    <div class={style.several}>
      <Pills pills={pills} remove={(key) => change([...settled.filter((one) => one !== key), ...pending(text)])} />
      <Combobox
        id={id}
        label={speech.field(type, name)}
        to={to}
        text={text}
        seeking
        faulty={faulty ?? false}
        onText={(next) => {
          setText(next)
          change([...settled, ...pending(next)])
        }}
        onPick={(target) => {
          setText('')
          change(allOf([...settled, target.id]))
        }}
        onCreate={() => setText('')}
        onLeave={() => setText('')}
      />
    </div>
  )
}
