import { install as installWords } from '../../i18n/fr/install.ts'
import { useWords } from '../app/app-context.ts'
import style from './ios-steps.module.css'

/** A phone's edge with what to touch on it in the accent; the words beside say the same. */
const pictures = {
  share: (
    <>
      <rect class={style.key} x="30" y="38" width="36" height="40" rx="8" />
      <path class={style.sign} d="M48 62V45M42.500 50.500 48 45l5.500 5.500M42 54h-3v17h18V54h-3" />
    </>
  ),
  home: (
    <>
      <path class={style.line} d="M18 24h60M18 38h60M18 82h60" />
      <rect class={style.key} x="12" y="48" width="72" height="24" rx="7" />
      <path class={style.sign} d="M20 60h26M63 53h14v14H63zM70 56.500v7M66.500 60h7" />
    </>
  ),
  add: (
    <>
      <path class={style.line} d="M18 50h60M18 64h42" />
      <rect class={style.key} x="52" y="16" width="34" height="22" rx="7" />
      <path class={style.sign} d="M61 27l5 5 11-11" />
    </>
  ),
}

/** The three gestures of iOS, pictured: it offers no other way to install. */
export const IosSteps = () => {
  const words = useWords(installWords).ios
  const steps = [
    { picture: pictures.share, act: words.share, hint: words.shareHint },
    { picture: pictures.home, act: words.home, hint: words.homeHint },
    { picture: pictures.add, act: words.add, hint: words.addHint },
  ]
  return (
    <ol class={style.steps} aria-label={words.steps}>
      {steps.map(({ picture, act, hint }, at) => (
        <li key={act} class={style.step}>
          <svg class={style.picture} viewBox="0 0 96 96" aria-hidden="true">
            <rect class={style.phone} x="5" y="5" width="86" height="86" rx="14" />
            {picture}
          </svg>
          <div>
            <p class={style.act}>
              {at + 1}. {act}
            </p>
            <p class={style.hint}>{hint}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
