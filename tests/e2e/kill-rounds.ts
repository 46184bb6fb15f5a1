import { expect } from 'vitest'
import { randomFrom } from '../../src/examples/random.ts'
import { type RunningServer, startServer } from './app-server.ts'
import { installedOffline, type Phone, sheetLeft, takePhone } from './phone.ts'
import { brokenPromises, storedIn } from './stored.ts'

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
const add = ({ page }: Phone) => page.getByRole('button', { name: 'Ajouter' }).tap()
const fill = ({ page }: Phone, field: string, text: string) => page.getByLabel(field, { exact: true }).fill(text)
const tapSave = ({ page }: Phone) => page.getByRole('button', { name: 'Enregistrer', exact: true }).tap()
const saved = ({ page }: Phone) => page.getByText('Enregistré sur ce téléphone', { exact: true }).waitFor()

const names = async ({ page }: Phone): Promise<string[]> => {
  await page.getByRole('link', { name: 'Contacts' }).tap()
  await page.getByRole('tab', { name: 'Personnes', selected: true }).waitFor()
  await page.getByRole('main').getByRole('listitem').first().waitFor()
  return page.getByRole('main').getByRole('listitem').locator('bdi').allInnerTexts()
}

/** A phone that holds the whole app, and no server any more. */
const withoutServer = async (): Promise<Phone> => {
  const server = await startServer()
  const phone = await takePhone(server.url)
  await installedOffline(phone)
  await server.kill()
  return phone
}

/** Contact, server killed, reload, another contact, browser killed soon after "Enregistré", relaunched offline: both are there. */
export const killAfterSaved = async (rounds: number, seed: number): Promise<void> => {
  const { between } = randomFrom(seed)
  for (let round = 1; round <= rounds; round += 1) {
    const server: RunningServer = await startServer()
    let phone = await takePhone(server.url)
    try {
      await installedOffline(phone)
      await add(phone)
      await fill(phone, 'Nom', 'Zoé Lévêque')
      await tapSave(phone)
      await saved(phone)
      await server.kill()
      await sheetLeft(phone.page)
      await phone.page.reload()
      await add(phone)
      await fill(phone, 'Nom', 'Amel Bensaïd')
      await tapSave(phone)
      await saved(phone)
      await wait(between(0, 800))
      await phone.kill()
      phone = await phone.relaunch()
      expect(await names(phone), `round ${round} of seed ${seed}`).toEqual(['Amel Bensaïd', 'Zoé Lévêque'])
      const stored = await storedIn(phone.page)
      expect(brokenPromises(stored)).toEqual([])
      expect(stored.drafts).toEqual([])
    } finally {
      await phone.discard()
      await server.kill()
    }
  }
}

/** Emoji too: a draft cut in the middle of one would not be what was typed. */
const sentence =
  'Rencontrée au forum : « rappeler l’atelier de Noël, après la rentrée » 🛠️ et demander le responsable des stages.'
/** Browser killed while one types: the draft holds all of it, but for the key that was in flight. */
export const killWhileTyping = async (rounds: number, seed: number): Promise<void> => {
  const { between } = randomFrom(seed)
  let phone = await withoutServer()
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await add(phone)
      let arrived = ''
      let isOver = false
      const typing = (async () => {
        for (const key of sentence) {
          await phone.page.keyboard.insertText(key)
          if (isOver) return
          arrived += key
          // The pauses of a quick thumb.
          await wait(between(70, 210))
        }
      })().catch(() => {})
      await wait(between(0, 3_000))
      isOver = true
      await phone.kill()
      await typing
      phone = await phone.relaunch()
      const { drafts = [], people } = await storedIn(phone.page)
      const kept = String((drafts[0]?.values as { name?: string } | undefined)?.name ?? '')
      const told = `round ${round} of seed ${seed}: « ${arrived} » was typed, « ${kept} » was kept`
      expect(sentence.startsWith(kept), told).toBe(true)
      expect([...kept].length, told).toBeGreaterThanOrEqual([...arrived].length - 1)
      expect(people, told).toEqual([])
      if (drafts.length === 0) continue
      await phone.page.getByRole('heading', { name: 'Brouillons (1)' }).waitFor()
      await phone.page.getByRole('button', { name: 'Reprendre' }).tap()
      await expect.poll(() => phone.page.getByLabel('Nom', { exact: true }).inputValue()).toBe(kept)
      await phone.page.getByRole('button', { name: 'Annuler', exact: true }).tap()
      await expect.poll(async () => (await storedIn(phone.page)).drafts).toEqual([])
      await sheetLeft(phone.page)
      await phone.page.reload()
    }
  } finally {
    await phone.discard()
  }
}

/** Browser killed just after the tap on Enregistrer: the whole contact is there, or its whole draft; never a part. */
export const killWhileSaving = async (rounds: number, seed: number): Promise<{ saved: number; drafts: number }> => {
  const { between } = randomFrom(seed)
  const seen = { saved: 0, drafts: 0 }
  let phone = await withoutServer()
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const name = `Personne ${round}`
      await add(phone)
      await fill(phone, 'Nom', name)
      await fill(phone, 'Structure', `Structure ${round}`)
      await fill(phone, 'Téléphone ou e-mail', '06 39 98 12 34')
      await fill(phone, 'Note', 'Une note.')
      await phone.page.getByRole('button', { name: 'À rappeler dans 7 jours' }).tap()
      // The last chip may still be on its way to the draft, as a last key may.
      const drafted = async () => (await storedIn(phone.page)).drafts?.[0]?.values
      await expect.poll(drafted).toMatchObject({ callBack: '7' })
      const button = await phone.page.getByRole('button', { name: 'Enregistrer', exact: true }).boundingBox()
      if (!button) throw new Error('The button to save is not there')
      const tapped = phone.page.touchscreen.tap(button.x + 20, button.y + 10).catch(() => {})
      await wait(between(0, 60))
      await phone.kill()
      await tapped
      phone = await phone.relaunch()
      const stored = await storedIn(phone.page)
      const told = `round ${round} of seed ${seed}`
      expect(brokenPromises(stored), told).toEqual([])
      const drafts = (stored.drafts ?? []).map(({ values }) => values)
      const isSaved = stored.people?.some((person) => person.name === name) ?? false
      seen[isSaved ? 'saved' : 'drafts'] += 1
      expect(drafts, told).toHaveLength(isSaved ? 0 : 1)
      if (!isSaved) {
        const [note, callBack] = ['Une note.', '7']
        expect(drafts[0], told).toMatchObject({ name, organisation: `Structure ${round}`, note, callBack })
      }
      for (const table of ['people', 'organisations', 'affiliations', 'exchanges', 'tasks'])
        expect(stored[table], `${table}, ${told}`).toHaveLength(seen.saved)
      if (!isSaved) {
        await phone.page.getByRole('button', { name: 'Jeter' }).tap()
        await expect.poll(async () => (await storedIn(phone.page)).drafts).toEqual([])
      }
    }
    return seen
  } finally {
    await phone.discard()
  }
}
