import type { Refused } from '../../store/refused.ts'
import { useApp } from '../app/app-context.ts'
import box from '../parts/notice.module.css'
import text from '../parts/text.module.css'
import type { ChangeWords } from './change-words.ts'
import { momentInWords } from './moment.ts'
import { reasonInWords } from './reason.ts'
import style from './refused-page.module.css'

type Props = { refused: Refused; told: ChangeWords }
/** What a change that was not taken says, word for word, and why it was not. */
export const RefusedWords = ({ refused, told }: Props) => {
  const { space, speech } = useApp()
  const Heading = refused.isOff ? 'h3' : 'h2'
  return (
    <>
      <Heading class={style.title}>
        <bdi>{told.title}</bdi>
      </Heading>
      <p class={text.soft}>
        {told.label} · {momentInWords(speech, told.at, space.now())}
      </p>
      <p class={box.notice}>{reasonInWords(speech, refused.code)}</p>
      <dl class={style.fields}>
        {told.lines.map((line) => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd>
              <bdi dir="auto">{line.text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
