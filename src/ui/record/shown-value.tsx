import { ruleOf } from '../../domain/identifiers/rules.ts'
import { clockTime, dayOf, shortDate } from '../../i18n/dates.ts'
import { euros } from '../../i18n/figures.ts'
import { app as appWords } from '../../i18n/fr/app.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useMemberName } from '../app/use-team.ts'
import { Badge } from '../parts/badge.tsx'
import link from '../parts/link.module.css'
import { rowPath } from '../paths.ts'
import { doubtOf } from './doubt.ts'
import style from './face.module.css'
import type { ValueProps } from './face.ts'
import { useTargets } from './link-targets.ts'

export const TextValue = ({ value }: ValueProps<string>) => <bdi class="short">{value}</bdi>
export const LongTextValue = ({ value }: ValueProps<string>) => (
  <bdi class={style.prose} dir="auto">
    {value}
  </bdi>
)

/** A phone number, an e-mail, an identifier: as it is read aloud, and marked when it is doubtful. */
export const CheckedValue = ({ field, value }: ValueProps<string>) => {
  const words = useWords(appWords)
  const rule = ruleOf(field)
  return (
    <>
      <bdi>{rule?.show(value) ?? value}</bdi>
      {doubtOf(field, value) && <Badge word={words.toCheck} />}
    </>
  )
}

export const NumberValue = ({ field, value }: ValueProps<number>) => {
  const { speech } = useApp()
  const words = useWords(appWords)
  return (
    <>
      {value.toLocaleString(speech.language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 8 })}
      {doubtOf(field, value) && <Badge word={words.toCheck} />}
    </>
  )
}
export const MoneyValue = ({ value }: ValueProps<number>) => <>{euros(useApp().speech.language, value)}</>

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text))
export const DateValue = ({ value }: ValueProps<string>) => {
  const { speech } = useApp()
  return <>{isDay(value) ? shortDate(speech.language, value) : value}</>
}
export const InstantValue = ({ value }: ValueProps<string>) => {
  const { language } = useApp().speech
  return <>{isDay(value) ? `${shortDate(language, dayOf(value))}, ${clockTime(language, value)}` : value}</>
}

export const YesNoValue = ({ value }: ValueProps<boolean>) => {
  const words = useWords(appWords)
  return <>{value ? words.yes : words.no}</>
}
export const ChoiceValue = ({ type, name, value }: ValueProps<string>) => (
  <bdi>{useApp().speech.option(type, name, value)}</bdi>
)
export const ChoicesValue = ({ type, name, value }: ValueProps<string[]>) => {
  const { speech } = useApp()
  return <bdi>{value.map((key) => speech.option(type, name, key)).join(', ')}</bdi>
}
export const TagsValue = ({ value }: ValueProps<string[]>) => <bdi class="short">{value.join(', ')}</bdi>

export const LinksValue = ({ field, value }: ValueProps<string | string[]>) => {
  const { space } = useApp()
  const words = useWords(recordWords)
  const to = field.to ?? ''
  const ids = typeof value === 'string' ? [value] : value
  const targets = useTargets(to, ids)
  if (!targets) return null
  return (
    <span class={style.links}>
      {ids.map((id) => {
        const target = targets.get(id)
        if (!target) return <span key={id}>{words.absent}</span>
        return (
          <a key={id} class={link.link} href={rowPath(space.catalog, to, target.id)}>
            <bdi class="short">{target.title}</bdi>
          </a>
        )
      })}
    </span>
  )
}

export const MemberValue = ({ value }: ValueProps<string>) => <bdi>{useMemberName()(value)}</bdi>
