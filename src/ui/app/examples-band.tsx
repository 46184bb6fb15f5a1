import { lines } from '../../i18n/fr/lines.ts'
import { useApp, useWords } from './app-context.ts'
import style from './examples-band.module.css'

/** That one looks at examples, and the way out of them. */
export const ExamplesBand = () => {
  const { leaveExamples } = useApp()
  const words = useWords(lines)
  return (
    <div class={style.line}>
      <span>{words.examples}</span>
      <button type="button" class={style.act} aria-label={words.leaveExamples} onClick={leaveExamples}>
        {words.leave}
      </button>
    </div>
  )
}
