import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { speak } from '../../../src/i18n/language.ts'
import type { Change } from '../../../src/protocol/change.ts'
import { bringTo, docOf, readingOf } from '../../../src/protocol/text-doc.ts'
import { heldTexts, textKey } from '../../../src/store/held-text.ts'
import { missingStep } from '../../../src/store/missing-step.ts'
import { openSpace } from '../../../src/store/open.ts'
import { schemaSteps } from '../../../src/store/schema-steps.ts'
import { openSearchIndex } from '../../../src/store/search-index.ts'
import type { Space } from '../../../src/store/space.ts'
import { birth, save } from '../../../src/store/write.ts'
import { type App, AppContext, type Notice } from '../../../src/ui/app/app-context.ts'
import { LocationProvider } from '../../../src/ui/app/location.tsx'
import { RecordPage } from '../../../src/ui/record/record-page.tsx'
import '../../../src/ui/style/base.css'
import { catalog } from '../../prose/minutes.ts'
import { noActs } from '../render-app.tsx'

const spaces: Space[] = []
afterEach(async () => {
  cleanup()
  await new Promise((done) => setTimeout(done, 50))
  for (const { db } of spaces.splice(0)) {
    db.close()
    indexedDB.deleteDatabase(db.name)
  }
})

const openPage = async (start?: string) => {
  const steps = [...schemaSteps, missingStep(catalog) ?? []].flat()
  const space = await openSpace({ name: `test-${crypto.randomUUID()}`, catalog, steps })
  spaces.push(space)
  const edit = birth(space, 'minutes', { title: 'COPIL', ...(start !== undefined && { body: start }) })
  await save(space, [edit])
  const notices: Notice[] = []
  const nothing = () => {}
  const app: App = {
    ...{ space, index: openSearchIndex(space), acts: noActs, speech: speak('fr', undefined) },
    tell: (notice) => {
      if (notice) notices.push(notice)
    },
    ...{ fail: nothing, openCapture: nothing, setLanguage: nothing, enterExamples: nothing, leaveExamples: nothing },
  }
  render(
    <AppContext.Provider value={app}>
      <LocationProvider>
        <RecordPage table="minutes" id={edit.row} />
      </LocationProvider>
    </AppContext.Provider>,
  )
  fireEvent.click(await screen.findByRole('button', { name: /^Texte/ }))
  const area = await screen.findByLabelText<HTMLTextAreaElement>('Texte')
  await waitFor(() => expect(area.readOnly).toBe(false))
  const body = async () => (await space.db.table('minutes').get(edit.row))?.body
  /** What a colleague writes comes to the disk. */
  const heard = async (change: (text: string) => string) => {
    const doc = docOf((await heldTexts(space).get(textKey('minutes', edit.row, 'body')))?.updates ?? [])
    const fields = bringTo(doc, change(readingOf(doc))).map((text) => ({ body: { text } }))
    await save(
      space,
      fields.map((one) => ({ table: 'minutes', row: edit.row, fields: one })),
    )
  }
  return { space, row: edit.row, area, body, heard, notices }
}
const type = (area: HTMLTextAreaElement, text: string, caret = text.length) => {
  area.value = text
  area.setSelectionRange(caret, caret)
  fireEvent.input(area)
}

test('what is typed is saved at a pause, as words that a colleague’s join', async () => {
  const { area, body, space } = await openPage()
  await waitFor(() => expect(document.activeElement).toBe(area))
  type(area, 'Bonj')
  type(area, 'Bonjour 😀')
  await waitFor(async () => expect(await body()).toBe('Bonjour 😀'))
  type(area, 'Bonjour 😁')
  await waitFor(async () => expect(await body()).toBe('Bonjour 😁'))
  const changes = await space.db.table<Change, number>('outbox').toArray()
  expect(changes.slice(1).every(({ fields }) => typeof fields.body === 'object')).toBe(true)
})

test('a colleague’s words come in around the caret', async () => {
  const { area, heard } = await openPage('deux trois')
  area.setSelectionRange(4, 4)
  await heard((text) => `un ${text}`)
  await heard((text) => `${text} quatre`)
  await waitFor(() => expect(area.value).toBe('un deux trois quatre'))
  expect([area.selectionStart, area.selectionEnd]).toEqual([7, 7])
})

test('while a word is being composed nothing moves under it', async () => {
  const { area, heard, body } = await openPage('deux')
  area.dispatchEvent(new CompositionEvent('compositionstart'))
  type(area, 'deuxい')
  await heard((text) => `un ${text}`)
  await waitFor(async () => expect(await body()).toContain('un '))
  expect(area.value).toBe('deuxい')
  type(area, 'deux胃')
  area.dispatchEvent(new CompositionEvent('compositionend'))
  await waitFor(() => expect(area.value).toBe('un deux胃'))
  await waitFor(async () => expect(await body()).toBe('un deux胃'))
})

test('what has no room is left out with a clear line, and nothing is lost', async () => {
  const { area, body } = await openPage()
  type(area, 'x'.repeat(199_999))
  type(area, `${'x'.repeat(199_999)}é et la suite`)
  await screen.findByText(/200\s000\ssignes/)
  expect(area.value).toBe(`${'x'.repeat(199_999)}é`)
  await waitFor(async () => expect(await body()).toHaveLength(200_000))
  type(area, 'court')
  await waitFor(async () => expect(await body()).toBe('court'))
  expect(screen.queryByText(/200\s000\ssignes/)).toBeNull()
})

test('leaving it keeps the last word, and the page shows the text', async () => {
  const { area, body } = await openPage()
  type(area, 'Dernier mot')
  fireEvent.click(screen.getByRole('button', { name: 'Fermer' }))
  await screen.findByText('Dernier mot')
  expect(await body()).toBe('Dernier mot')
  const line = screen.getByRole('button', { name: /^Texte/ })
  await waitFor(() => expect(document.activeElement).toBe(line))
})
