import { sync } from '../../i18n/fr/sync.ts'
import { refusedIn } from '../../store/refused.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { LinkButton } from '../parts/button.tsx'
import { Empty, Page } from '../parts/page.tsx'
import { wordsOfChange } from './change-words.ts'
import { ExportUnsent } from './export-unsent.tsx'
import { RefusedItem } from './refused-item.tsx'
import style from './refused-page.module.css'

/** What the server did not take: nothing of it is lost, and the person says what becomes of it. */
export const RefusedPage = () => {
  const { speech } = useApp()
  const { review } = useWords(sync)
  const all = useLive(
    async (space) =>
      Promise.all(
        (await refusedIn(space)).map(async (refused) => ({
          refused,
          told: await wordsOfChange(space, speech, refused.change),
        })),
      ),
    [speech.language],
  )
  return (
    <Page title={review.title} back="/">
      {all && all.length > 0 && <p class={style.soft}>{review.about}</p>}
      <ul>
        {all?.map(({ refused, told }) => (
          <RefusedItem key={refused.n} refused={refused} told={told} />
        ))}
      </ul>
      {all?.length === 0 && (
        <Empty>
          <p>{review.none}</p>
          <LinkButton href="/">{review.noneAct}</LinkButton>
        </Empty>
      )}
      {all && (
        <div class={style.foot}>
          <ExportUnsent look="plain" />
        </div>
      )}
    </Page>
  )
}
