import { useEffect } from 'preact/hooks'
import { sync } from '../../i18n/fr/sync.ts'
import { enrolmentOf } from '../../store/sync-state.ts'
import { useApp, useWords } from '../app/app-context.ts'

/** The space this device became one of a moment ago, until it is told; its pages may still have to be drawn. */
let entered: string | undefined

export const justEntered = (space: string): void => {
  entered = space
}

/** Tells once, on the first page of a space, which one it is. */
export const useWelcome = (): void => {
  const { space, tell } = useApp()
  const words = useWords(sync)
  useEffect(() => {
    const welcome = async () => {
      const name = entered && (await enrolmentOf(space))?.name
      if (name === undefined || name !== entered) return
      entered = undefined
      tell({ text: words.welcome(name) })
    }
    welcome().catch(() => {})
  }, [space])
}
