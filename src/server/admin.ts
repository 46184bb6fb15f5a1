import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type SpaceKindName, spaceKinds } from '../domain/lists/space-kinds.ts'
import { backUp, restore } from './backup/restore.ts'
import { readConfig } from './config.ts'
import { deviceLink } from './entry/device-link.ts'
import type { MadeLink } from './entry/new-link.ts'
import { createCampus, setUpLink } from './entry/set-up.ts'
import type { Ledger } from './ledger.ts'
import { type Keeping, openKeeping } from './open-keeping.ts'

const kindNames = Object.keys(spaceKinds)
const USAGE = `Commandes (le serveur peut rester en marche) :
  campus create [--name NOM] [--kind ${kindNames.join('|')}]   un nouvel espace, ou un nouveau lien pour celui qui attend
  campus list                     les espaces
  campus link ID                  un lien pour un autre appareil de la direction, ou pour le premier
  backup FICHIER                  tout ce que la base garde, photos comprises, dans un fichier
  restore FICHIER [--replace]     remet une sauvegarde, de SQLite ou de PostgreSQL, dans la base
  restored                        à lancer après avoir remis une copie de maillage.db à la main, serveur arrêté`

const say = (line: string) => console.log(line)
const tellLink = ({ link, code, expires }: MadeLink) => {
  say(link)
  say(`Code : ${code}. Usage unique, jusqu’au ${new Date(expires).toLocaleString('fr-FR')}.`)
}

const asked = () => {
  try {
    const options = { name: { type: 'string' }, kind: { type: 'string' }, replace: { type: 'boolean' } } as const
    return parseArgs({ allowPositionals: true, options })
  } catch {
    throw new Error(USAGE)
  }
}

const kindOf = (kind: string | undefined): SpaceKindName | undefined => {
  if (kind === undefined || kindNames.includes(kind)) return kind as SpaceKindName | undefined
  throw new Error(`--kind doit être l’un de : ${kindNames.join(', ')}`)
}

const list = async (ledger: Ledger) => {
  const campuses = await ledger.campuses()
  if (campuses.length === 0) say('Aucun espace. Pour en créer un : campus create')
  for (const { id, name, kind, claimed } of campuses) {
    const devices = await ledger.read(id, (at) => at.deviceCount())
    const state = claimed ? `${devices} appareil${devices > 1 ? 's' : ''}` : 'attend son premier appareil'
    say([id, name ?? '(sans nom)', kind ?? '–', state].join('\t'))
  }
}

const link = async (ledger: Ledger, publicUrl: string, id: string | undefined) => {
  const campus = (await ledger.campuses()).find((one) => one.id === id)
  if (!campus) throw new Error(`Aucun espace ${id ?? 'sans identifiant'} : voir campus list`)
  const maker = { ledger, publicUrl, now: Date.now() }
  tellLink(campus.claimed ? await deviceLink(maker, campus.id) : (await setUpLink(maker, campus.id)).link)
}

const keep = async ({ database }: Keeping, file: string) => {
  await backUp(database, file)
  say(`Sauvegarde écrite dans ${file}, lisible de vous seul. Gardez-la ailleurs que sur cette machine, chiffrée.`)
}

const putBack = async ({ database }: Keeping, file: string, isReplacing: boolean) => {
  const now = new Date()
  const aside = isReplacing ? `${file}.avant-${now.toISOString().replaceAll(/\D/g, '').slice(0, 14)}` : undefined
  const { at } = await restore({ database, now: now.getTime() }, file, aside)
  say(`Sauvegarde du ${new Date(at).toLocaleString('fr-FR')} remise en place.`)
  if (aside && existsSync(aside)) say(`Ce qu’il y avait est gardé dans ${aside}.`)
  say('Les téléphones renverront ce qu’elle n’avait pas.')
}

const run = async (keeping: Keeping, publicUrl: string): Promise<void> => {
  const { ledger } = keeping
  const { positionals, values } = asked()
  const [topic, act, id] = positionals
  if (act !== undefined && topic === 'backup') return keep(keeping, act)
  if (act !== undefined && topic === 'restore') return putBack(keeping, act, values.replace === true)
  switch (`${topic} ${act ?? ''}`.trim()) {
    case 'campus create': {
      const kind = kindOf(values.kind)
      const { id, link } = await createCampus({ ledger, publicUrl, now: Date.now() }, values.name, kind)
      say(`Espace ${id}. À ouvrir sur le premier appareil, celui de la direction :`)
      return tellLink(link)
    }
    case 'campus list':
      return list(ledger)
    case 'campus link':
      return link(ledger, publicUrl, id)
    case 'restored':
      await ledger.renewEpoch()
      return say('Les téléphones renverront ce que la sauvegarde n’avait pas.')
    default:
      throw new Error(USAGE)
  }
}

try {
  const { publicUrl, port, ...place } = readConfig(process.env)
  const keeping = await openKeeping(place, false)
  await run(keeping, publicUrl ?? `http://localhost:${port}`).finally(() => keeping.ledger.close())
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
