import { app as appWords } from '../../i18n/fr/app.ts'
import { useWords } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import style from './record-form.module.css'

/** How a form ends: saved by the button that stays in sight, or given up. */
export const FormEnds = ({ cancel }: { cancel: () => Promise<void> }) => {
  const app = useWords(appWords)
  return (
    <>
      <div class={style.ends}>
        <Button look="main" wide type="submit">
          {app.save}
        </Button>
      </div>
      <div class={style.cancel}>
        <Button look="plain" onClick={() => void cancel()}>
          {app.cancel}
        </Button>
      </div>
    </>
  )
}
