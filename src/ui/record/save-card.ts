import { type Card, cardFileName, vcard } from '../../formats/vcard.ts'

/** Offers a person's card to the phone's address book: through its share sheet where it takes files, else as a download. */
export const saveCard = async (card: Card): Promise<'shared' | 'downloaded' | 'given up'> => {
  const file = new File([vcard(card)], cardFileName(card.name), { type: 'text/vcard' })
  if (navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file] })
      return 'shared'
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'given up'
    }
  }
  const url = URL.createObjectURL(file)
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = file.name
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return 'downloaded'
}
