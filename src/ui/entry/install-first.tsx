import { entry } from '../../i18n/fr/entry.ts'
import { useWords } from '../app/app-context.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import { Page } from '../parts/page.tsx'
import style from './entry.module.css'

type Props = { code: string; anyway: () => void }
/** On iOS the installed app keeps its own notebook: the link opened here would tie the browser's to the space. */
export const InstallFirst = ({ code, anyway }: Props) => {
  const words = useWords(entry).ios
  return (
    <Page title={words.title} back="/">
      <div class={style.body}>
        <p>{words.about}</p>
        <ol class={style.steps}>
          {Object.values(words.steps).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <output class={style.bigCode} aria-label={words.yourCode}>
          {code}
        </output>
        <LinkButton href="/installer" look="main" wide>
          {words.install}
        </LinkButton>
        <Button look="plain" wide onClick={anyway}>
          {words.anyway}
        </Button>
      </div>
    </Page>
  )
}
