import type { Why } from '../../domain/answer.ts'
import { online } from '../../i18n/fr/online.ts'
import { useWords } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import box from '../parts/notice.module.css'
import style from './entry.module.css'

/** Whether asking the same again may be answered otherwise. */
export const mayPass = (why: Why): boolean =>
  why === 'no-network' || why === 'portal' || why === 'server' || why === 'too-many'

type Props = { why: Why; retry?: () => void }
/** Why a server did not do what was asked, with what to do; announced, and staying until the next try. */
export const WhyNot = ({ why, retry }: Props) => {
  const words = useWords(online)
  return (
    <div class={style.why}>
      <p class={box.notice} role="alert">
        {words.why[why]}
      </p>
      {retry && mayPass(why) && (
        <Button look="main" wide onClick={retry}>
          {words.retry}
        </Button>
      )}
    </div>
  )
}
