import { useRef } from 'preact/hooks'
import { attachments } from '../../i18n/fr/attachments.ts'
import type { Belonging } from '../../store/attach.ts'
import { useWords } from '../app/app-context.ts'
import { Button } from '../parts/button.tsx'
import type { IconName } from '../parts/icon.tsx'
import { cardIcon } from '../parts/more-icons.ts'
import { cameraIcon, documentIcon, pictureIcon } from './attachment-icons.ts'
import style from './attachments.module.css'
import type { Wanted } from './prepared-file.ts'
import { useAdding } from './use-adding.ts'

/** A finger, and so most likely a camera. */
const hasCamera = () => matchMedia('(pointer: coarse)').matches

/** The ways to add: the camera first where there is one. */
export const AddFiles = ({ to }: { to: Belonging }) => {
  const words = useWords(attachments)
  const { isPreparing, add } = useAdding(to)
  const one = (wanted: Wanted, word: string, icon: IconName, way: Way = {}) => (
    <Picker word={word} icon={icon} {...way} take={(files) => void add(files, wanted)} />
  )
  const isPhone = hasCamera()
  const pictures = { accept: 'image/*', isPlain: isPhone }
  return (
    <div class={style.add}>
      {isPhone && one('photo', words.take, cameraIcon, { accept: 'image/*', isCamera: true, isWide: true })}
      {one('photo', words.addPhoto, pictureIcon, pictures)}
      {to.by === 'person' &&
        one('businessCard', words.addCard, cardIcon, { ...pictures, isPlain: true, isCamera: isPhone })}
      {one('document', words.addDocument, documentIcon, { isPlain: true })}
      {isPreparing && (
        <p class={style.wide} role="status">
          {words.preparing}
        </p>
      )}
    </div>
  )
}

type Way = { accept?: string; isCamera?: boolean; isPlain?: boolean; isWide?: boolean }
type PickerProps = Way & { word: string; icon: IconName; take: (files: readonly File[]) => void }
const Picker = ({ word, icon, accept, isCamera, isPlain, isWide = false, take }: PickerProps) => {
  const input = useRef<HTMLInputElement>(null)
  const chosen = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    const files = [...(currentTarget.files ?? [])]
    // The same file may be chosen again.
    currentTarget.value = ''
    if (files.length > 0) take(files)
  }
  return (
    <>
      <Button {...(isPlain && { look: 'plain' })} wide={isWide} icon={icon} onClick={() => input.current?.click()}>
        {word}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!isCamera}
        {...(accept && { accept })}
        {...(isCamera && { capture: 'environment' })}
        onChange={chosen}
      />
    </>
  )
}
