import { useEffect, useState } from 'preact/hooks'
import style from './update-line.module.css'
import type { Updates } from './watch-updates.ts'

export interface UpdateWords {
  /** "Nouvelle version prête" */
  ready: string
  /** "Mettre à jour" */
  apply: string
  /** "Une fiche est ouverte : enregistrez-la d’abord." */
  blocked: string
}

/** One quiet line when a newer version waits; nothing otherwise. */
export function UpdateLine({ updates, words }: { updates: Updates; words: UpdateWords }) {
  const [isReady, setReady] = useState(updates.ready)
  const [isBlocked, setBlocked] = useState(false)
  useEffect(() => {
    const show = () => setReady(updates.ready)
    show()
    return updates.subscribe(show)
  }, [updates])
  if (!isReady) return null

  const apply = async () => setBlocked((await updates.apply()) === 'blocked')
  return (
    <div class={style.line}>
      <span aria-live="polite">{isBlocked ? words.blocked : words.ready}</span>
      <button type="button" class={style.apply} onClick={() => void apply()}>
        {words.apply}
      </button>
    </div>
  )
}
