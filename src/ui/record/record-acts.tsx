import type { AnyRow, RecordType } from '../../domain/record.ts'
import { record as recordWords } from '../../i18n/fr/record.ts'
import { summariesOf } from '../../store/summaries.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { cardIcon, mailIcon, messageIcon, phoneIcon } from '../parts/more-icons.ts'
import { reachOf } from './reach.ts'
import style from './record-acts.module.css'
import { saveCard } from './save-card.ts'

const icons = { call: phoneIcon, sms: messageIcon, email: mailIcon, website: 'search', route: 'flag' } as const
const order = ['call', 'sms', 'email', 'website', 'route'] as const
const textOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

/** How a record is reached, one tap each; nothing is opened without one. */
export const RecordActs = ({ type, row }: { type: RecordType; row: AnyRow }) => {
  const { space, tell } = useApp()
  const words = useWords(recordWords)
  const reach = reachOf(type, row)
  const isPerson = type.table === 'people'
  const toAddressBook = async () => {
    const [summary] = await summariesOf(space, type.table, [row])
    const how = await saveCard({
      name: String(row.name),
      givenName: textOf(row.givenName),
      familyName: textOf(row.familyName),
      position: textOf(row.position),
      mobile: textOf(row.mobile),
      landline: textOf(row.landline),
      email: textOf(row.email),
      organisation: summary?.of?.[0],
    })
    if (how === 'downloaded') tell({ text: words.downloaded })
  }
  const links = order.filter((name) => reach[name])
  if (links.length === 0 && !isPerson) return null
  return (
    <nav class={style.acts} aria-label={words.acts.label}>
      {links.map((name) => (
        <a
          key={name}
          class={style.act}
          href={reach[name] ?? ''}
          {...(reach[name]?.startsWith('http') ? elsewhere : {})}
        >
          <Act icon={icons[name]} word={words.acts[name]} />
        </a>
      ))}
      {isPerson && (
        <button type="button" class={style.act} onClick={() => void toAddressBook()}>
          <Act icon={cardIcon} word={words.acts.addressBook} />
        </button>
      )}
    </nav>
  )
}

const elsewhere = { target: '_blank', rel: 'noopener noreferrer' }
const Act = ({ icon, word }: { icon: IconName; word: string }) => (
  <>
    <Icon name={icon} />
    <span>{word}</span>
  </>
)
