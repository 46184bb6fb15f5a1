import type { ComponentChildren } from 'preact'
import { figure } from '../../i18n/figures.ts'
import { pilotage as pilotageWords } from '../../i18n/fr/pilotage.ts'
import { useApp, useWords } from '../app/app-context.ts'
import text from '../parts/text.module.css'
import style from './figure.module.css'

type Props = {
  indicator: { readonly name: string; readonly source: string; readonly formula: string }
  total: number
  unit: string
  /** A word on what the figure stands for, beside its name. */
  note?: string
  /** Said in place of a zero. */
  none: string
  /** The list of what is counted. */
  href: string
  children: ComponentChildren
}
/** A number, large; how it is counted one tap away; what it is made of beneath. */
export const Figure = ({ indicator, total, unit, note, none, href, children }: Props) => {
  const { speech } = useApp()
  const words = useWords(pilotageWords)
  return (
    <section class={style.figure}>
      <h2 class={style.name}>{indicator.name}</h2>
      {total === 0 ? (
        <p class={style.none}>{none}</p>
      ) : (
        <a class={style.total} href={href}>
          <span class={style.number}>{figure(speech.language, total)}</span> {unit}
        </a>
      )}
      {note && <p class={text.soft}>{note}</p>}
      <details class={style.details}>
        <summary>{words.howCounted}</summary>
        <p>{indicator.formula}</p>
        <p>{words.source(indicator.source)}</p>
      </details>
      {total > 0 && children}
    </section>
  )
}
