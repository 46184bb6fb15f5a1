import { settings } from '../../i18n/fr/settings.ts'
import { note, notesOf } from '../../store/device-notes.ts'
import { canTellNetwork } from '../../store/network-kind.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useEnrolment } from '../app/use-enrolment.ts'
import { useLive } from '../app/use-live.ts'
import { Chip, Chips } from '../parts/chips.tsx'
import { Group } from '../parts/page.tsx'
import style from './settings.module.css'

/** Over which network photos and documents are sent, on a phone that can tell one from another. */
export const FilesSetting = ({ canTell = canTellNetwork() }: { canTell?: boolean }) => {
  const { space } = useApp()
  const words = useWords(settings).files
  const notes = useLive(notesOf, [])
  const isEnrolled = useEnrolment() !== undefined
  if (!notes || !isEnrolled || !canTell) return null
  const isWifi = notes.filesOnWifi === true
  const choose = (filesOnWifi: true | undefined) => void note(space, { filesOnWifi })
  return (
    <Group heading={words.title}>
      <Chips label={words.title}>
        <Chip pressed={!isWifi} onPress={() => choose(undefined)}>
          {words.anyNetwork}
        </Chip>
        <Chip pressed={isWifi} onPress={() => choose(true)}>
          {words.wifiOnly}
        </Chip>
      </Chips>
      <p class={style.about}>{words.about}</p>
    </Group>
  )
}
