import style from './badge.module.css'

/** A word beside another that asks to be looked at. */
export const Badge = ({ word }: { word: string }) => <span class={style.badge}>{word}</span>
