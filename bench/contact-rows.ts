import { randomFrom } from '../src/examples/random.ts'

/** One row of a table as its fields alone. */
export type Contact = { table: string; row: string; fields: Record<string, string | boolean> }

const given = 'Aïcha Bruno Chloé Damien Élodie Farid Gaëlle Hugo Inès Julie Karim Louise Marc Nadia Océane Paul'.split(
  ' ',
)
const family =
  'Moreau Bernard Lévêque Bensaïd Girard Fontaine Roussel Mercier Blanchard Perrin Silva Nguyen Marchand Aubry'.split(
    ' ',
  )
const positions = ['Directrice', 'Responsable formation', 'Proviseure', 'Chargé de recrutement', 'Tuteur', 'Gérante']
const towns = ['Saint-Étienne', 'Angers', 'Lannion', 'Épinal', 'Valenciennes', 'Pau']
const trades = ['Garage', 'Menuiserie', 'Boulangerie', 'Atelier', 'Mission locale', 'Hôtel', 'Clinique', 'Fonderie']
const phrases = [
  'Cherche deux apprentis pour la rentrée.',
  'Peut accueillir un élève de seconde en juin.',
  'Rappeler après les congés, le matin de préférence.',
  'Intéressée par le comité de pilotage et par le jury de mai.',
  'Connaît bien le lycée ; son fils y a fait son bac professionnel.',
  'Demande le calendrier des PFMP et la plaquette de la filière.',
  'A visité le plateau technique pendant la journée portes ouvertes.',
]

/** Fictional people, each with a structure and what a director notes of them; ids as random as real ones, so that they pack as badly. */
export const makeContacts = (people: number, structures: number, seed = 7): Contact[] => {
  const { between, oneOf, someOf, happens } = randomFrom(seed)
  const hex = (digits: number) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join('')
  let ms = Date.UTC(2026, 0, 5)
  const id = () => {
    ms += between(200, 90_000)
    const time = ms.toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${oneOf(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`
  }
  const digits = (count: number) => Array.from({ length: count }, () => between(0, 9)).join('')
  const rows: Contact[] = []
  const add = (table: string, fields: Contact['fields']) => {
    const row = id()
    rows.push({ table, row, fields: { ...fields, source: 'typed' } })
    return row
  }
  const organisations = Array.from({ length: structures }, () => {
    const town = oneOf(towns)
    return add('organisations', {
      name: `${oneOf(trades)} ${oneOf(family)} ${town}`,
      kind: 'company',
      town,
      postcode: digits(5),
      siret: digits(14),
      phone: `+33${digits(9)}`,
    })
  })
  for (let n = 0; n < people; n += 1) {
    const [first, last] = [oneOf(given), oneOf(family)]
    const person = add('people', {
      name: `${first} ${last}`,
      givenName: first,
      familyName: last,
      position: oneOf(positions),
      mobile: `+336${digits(8)}`,
      email: `${first}.${last}${between(1, 999)}@exemple.fr`.toLowerCase(),
      ...(happens(0.6) && { notes: someOf(phrases, between(1, 4)).join(' ') }),
    })
    add('affiliations', { person, organisation: oneOf(organisations), main: true, role: 'tutor' })
  }
  return rows
}
