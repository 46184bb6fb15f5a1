import { useEffect, useState } from 'preact/hooks'
import { settings as settingsWords } from '../../i18n/fr/settings.ts'
import { requestPersistence, type StorageState, storageState } from '../../store/storage-state.ts'
import { enrolmentOf } from '../../store/sync-state.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { Button } from '../parts/button.tsx'
import { Group } from '../parts/page.tsx'
import { ExportUnsent } from '../sync/export-unsent.tsx'
import style from './settings.module.css'
import { sizeInWords } from './size-in-words.ts'

type Props = { read?: () => Promise<StorageState>; ask?: () => Promise<boolean> }
/** Whether the browser may erase what was noted, said in words, and how to be safe. */
export const StorageSetting = ({ read = storageState, ask = requestPersistence }: Props) => {
  const { speech, tell } = useApp()
  const words = useWords(settingsWords)
  const [state, setState] = useState<StorageState>()
  const isEnrolled = useLive(async (space) => (await enrolmentOf(space)) !== undefined, [])
  const look = () => read().then(setState)
  useEffect(() => void look(), [])
  const protect = async () => {
    const isGranted = await ask()
    tell({ text: isGranted ? words.persistenceGranted : words.persistenceRefused })
    await look()
  }
  const promise = (persisted: boolean | undefined) => {
    if (persisted === undefined) return words.persistenceUnknown
    return persisted ? words.persistent : words.notPersistent
  }
  const size = (bytes: number) => sizeInWords(speech.language, bytes)
  const { persisted, used, room } = state ?? {}
  return (
    <Group heading={words.storage}>
      {state && (
        <div class={style.lines}>
          <p>{promise(persisted)}</p>
          {used !== undefined && (
            <p class={style.soft}>
              {room === undefined ? words.used(size(used)) : words.usedOf(size(used), size(room))}
            </p>
          )}
          {persisted === false && <Button onClick={() => void protect()}>{words.askPersistent}</Button>}
          {isEnrolled && <ExportUnsent />}
        </div>
      )}
    </Group>
  )
}
