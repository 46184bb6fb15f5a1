import { describe, expect, test } from 'vitest'
import {
  areTwinEvents,
  areTwinPeople,
  areTwinStructures,
  type PersonWithStructures,
  personKeys,
  structureKeys,
} from '../../src/domain/twins.ts'

const person = (values: Partial<PersonWithStructures>): PersonWithStructures => ({ structures: [], ...values })

describe('structures', () => {
  test.each([
    [{ name: 'SARL Dupont' }, { name: 'Dupont' }],
    [{ name: 'Ets DUPONT & Fils' }, { name: 'Établissements Dupont et fils' }],
    [{ name: 'Garage Dupont' }, { name: 'DUPONT (garage)' }],
    [{ name: 'Lycée Saint-Martin' }, { name: 'lycée St Martin' }],
    [{ name: 'Sté Vauclair' }, { name: 'Vauclair' }],
    [{ name: 'Ste Catherine' }, { name: 'Sainte-Catherine' }],
    [{ name: 'Carrefour Market Voiron' }, { name: 'CARREFOUR MARKET (VOIRON)' }],
    [
      { name: 'Un nom', siret: '732 829 320 00074' },
      { name: 'Un autre', siret: '73282932000074', town: 'Voiron' },
    ],
    [
      { name: 'Un nom', siren: '732829320', town: 'Grenoble' },
      { name: 'Un autre', siret: '73282932000074', town: 'GRENOBLE CEDEX 9' },
    ],
    [
      { name: 'LP Monge', uai: '0783636D' },
      { name: 'Gaspard', uai: '0783636d' },
    ],
    [
      { name: 'Accueil', phone: '+33476000000' },
      { name: 'Standard', phone: '04 76 00 00 00' },
    ],
    [
      { name: 'A', email: 'contact@dupont.example' },
      { name: 'B', email: 'Contact@dupont.example' },
    ],
    [{ name: 'Dupont SA', usualName: 'La Forge' }, { name: 'La Forge' }],
  ])('%o is probably %o', (a, b) => {
    expect(areTwinStructures(a, b)).toBe(true)
    expect(areTwinStructures(b, a)).toBe(true)
    expect(structureKeys(a).some((key) => structureKeys(b).includes(key))).toBe(true)
  })

  test.each([
    [
      { name: 'Dupont', siret: '73282932000074' },
      { name: 'Dupont', siret: '73282932000082' },
    ],
    [
      { name: 'Dupont', siren: '732829320', town: 'Voiron' },
      { name: 'Dupont', siren: '732829320', town: 'Grenoble' },
    ],
    [
      { name: 'Carrefour Market', town: 'Voiron' },
      { name: 'Carrefour Market', town: 'Rives' },
    ],
    [{ name: 'Dupont' }, { name: 'Durand' }],
    [{ name: 'Garage Dupont' }, { name: 'Menuiserie Dupont' }],
    [
      { name: 'Lycée Monge', uai: '0783636D' },
      { name: 'Lycée Monge', uai: '0730001A' },
    ],
    [{ name: 'SARL' }, { name: 'SAS' }],
  ])('%o is not %o', (a, b) => {
    expect(areTwinStructures(a, b)).toBe(false)
    expect(areTwinStructures(b, a)).toBe(false)
  })
})

describe('people', () => {
  test.each([
    [person({ name: 'Ana', mobile: '+33612345678' }), person({ name: 'Mme Ruiz', mobile: '06 12 34 56 78' })],
    [person({ name: 'Ana', email: 'a.ruiz@x.example' }), person({ name: 'Ruiz', email: 'A.Ruiz@x.example' })],
    [person({ name: 'Ana Ruiz', structures: ['x', 'y'] }), person({ name: 'RUIZ Ana', structures: ['y'] })],
    [person({ name: 'Ana Ruiz', landline: '0476000000' }), person({ name: 'Ruiz', landline: '+33476000000' })],
  ])('%o is probably %o', (a, b) => {
    expect(areTwinPeople(a, b)).toBe(true)
    expect(personKeys(a).some((key) => personKeys(b).includes(key))).toBe(true)
  })

  test.each([
    [person({ name: 'Ana Ruiz', structures: ['x'] }), person({ name: 'Ana Ruiz', structures: ['y'] })],
    [person({ name: 'Ana Ruiz' }), person({ name: 'Ana Ruiz' })],
    [person({ name: 'Ana', landline: '0476000000' }), person({ name: 'Bruno', landline: '0476000000' })],
    [person({ name: 'Ana', email: 'contact@x.example' }), person({ name: 'Bruno', email: 'contact@x.example' })],
  ])('%o is not %o', (a, b) => expect(areTwinPeople(a, b)).toBe(false))
})

describe('events', () => {
  const fair = { name: 'Salon de l’Étudiant 2026', startsOn: '2026-11-24', endsOn: '2026-11-26' }
  test.each([
    { name: 'Salon étudiants', startsOn: '2026-11-26' },
    { name: 'Salon de l’étudiant, Grenoble', startsOn: '2026-11-20', endsOn: '2026-11-24', place: 'Alpexpo' },
  ])('%o is probably the same fair', (other) => expect(areTwinEvents(fair, other)).toBe(true))
  test.each([
    { name: 'Salon de l’Étudiant', startsOn: '2026-11-27' },
    { name: 'Salon de l’agriculture', startsOn: '2026-11-24' },
    { name: 'Forum', startsOn: '2026-11-24' },
  ])('%o is another one', (other) => expect(areTwinEvents(fair, other)).toBe(false))
  test('the same title on the same day in two places is two events', () =>
    expect(areTwinEvents({ ...fair, place: 'Grenoble' }, { ...fair, place: 'Valence' })).toBe(false))
})
