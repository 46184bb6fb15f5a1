import { useState } from 'preact/hooks'
import { sync } from '../../i18n/fr/sync.ts'
import { correctionsBegun, type Refused, refusedIn } from '../../store/refused.ts'
import { syncStateOf } from '../../store/sync-state.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { LinkButton } from '../parts/button.tsx'
import { Empty, Group, Page } from '../parts/page.tsx'
import text from '../parts/text.module.css'
import { AskedDeletions } from './asked-deletions.tsx'
import { type ChangeWords, wordsOfChange } from './change-words.ts'
import { ExportUnsent } from './export-unsent.tsx'
import { HeldDeletions } from './held-deletions.tsx'
import { RefusedItem } from './refused-item.tsx'
import style from './refused-page.module.css'

/** What the server did not take: nothing of it is lost, and the person says what becomes of it. */
export const RefusedPage = () => {
  const { speech } = useApp()
  const { review } = useWords(sync)
  const all = useLive(
    async (space) => {
      const begun = await correctionsBegun(space)
      const inWords = (some: readonly Refused[]) =>
        Promise.all(
          some.map(async (refused) => ({
            refused,
            told: await wordsOfChange(space, speech, refused.change),
            isBegun: begun.has(refused.n),
          })),
        )
      const { listed, off } = await refusedIn(space)
      const { held = 0 } = await syncStateOf(space)
      const asked = listed.filter(({ code }) => code === 'held')
      const toReview = listed.filter(({ code }) => code !== 'held')
      return { held, asked, listed: await inWords(toReview), off: await inWords(off) }
    },
    [speech.language],
  )
  // It stays on the page while the direction settles the last of them.
  const [isToSettle, setToSettle] = useState(false)
  if (all && all.held > 0 && !isToSettle) setToSettle(true)
  return (
    <Page title={review.title} back="/">
      {isToSettle && <HeldDeletions />}
      {all && all.asked.length > 0 && <AskedDeletions asked={all.asked} />}
      {all && all.listed.length > 0 && <p class={text.soft}>{review.about}</p>}
      <Items all={all?.listed} />
      {all && all.listed.length + all.asked.length === 0 && !isToSettle && (
        <Empty>
          <p>{review.none}</p>
          <LinkButton href="/">{review.noneAct}</LinkButton>
        </Empty>
      )}
      {all && all.off.length > 0 && (
        <Group heading={review.offTitle}>
          <Items all={all.off} />
        </Group>
      )}
      {all && (
        <div class={style.foot}>
          <ExportUnsent look="plain" />
        </div>
      )}
    </Page>
  )
}

type ItemsProps = { all: { refused: Refused; told: ChangeWords; isBegun: boolean }[] | undefined }
const Items = ({ all }: ItemsProps) => (
  <ul>
    {all?.map((one) => (
      <RefusedItem key={one.refused.n} {...one} />
    ))}
  </ul>
)
