import { app as appWords } from '../../i18n/fr/app.ts'
import { useWords } from '../app/app-context.ts'
import { LinkButton } from '../parts/button.tsx'
import { Empty, Page } from '../parts/page.tsx'

export const NotFound = () => {
  const words = useWords(appWords)
  return (
    <Page title={words.notFound}>
      <Empty>
        <LinkButton href="/">{words.goHome}</LinkButton>
      </Empty>
    </Page>
  )
}
