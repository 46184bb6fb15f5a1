import { expect, test } from 'vitest'
import { type CandidateRows, candidatesFor, latestAsks, nearnessOf, promisedFor } from '../../src/domain/candidates.ts'
import type { Ask } from '../../src/domain/records/ask.ts'
import type { Intervention } from '../../src/domain/records/intervention.ts'
import type { Need } from '../../src/domain/records/need.ts'
import type { Organisation } from '../../src/domain/records/organisation.ts'
import type { Placement } from '../../src/domain/records/placement.ts'

const today = '2026-11-30'
const mark = { createdAt: '', createdBy: '', updatedAt: '', updatedBy: '', seq: 0, rev: 0 }
const need = (given: Partial<Need> = {}): Need => ({
  ...{ ...mark, id: 'need', kind: 'places', formation: 'melec', number: 12, dueOn: '2027-01-04' },
  ...given,
})
const structure = (id: string, given: Partial<Organisation> = {}): Organisation => ({ ...mark, id, name: id, ...given })
const hosted = (organisation: string, startsOn: string, number = 2, formation = 'melec'): Placement => ({
  ...{ ...mark, id: `${organisation}-${startsOn}`, organisation, formation, startsOn, number },
})
const came = (organisation: string, kind: Intervention['kind'], heldOn: string): Intervention => ({
  ...{ ...mark, id: `${organisation}-${heldOn}`, organisation, kind, heldOn, formation: 'melec' },
})
const asked = (organisation: string, of: string, askedAt: string, given: Partial<Ask> = {}): Ask => ({
  ...{
    ...mark,
    id: `${organisation}-${of}`,
    organisation,
    need: of,
    outcome: 'refused',
    askedAt: `${askedAt}T09:00:00.000Z`,
  },
  ...given,
})
const rows = (given: Partial<CandidateRows>): CandidateRows => ({
  ...{ organisations: [], placements: [], interventions: [], asks: [], needs: [need()] },
  ...given,
})
const names = (given: Partial<CandidateRows>, of = need()) =>
  candidatesFor(of, rows(given), today).map(({ organisation }) => organisation.id)

test('whoever received this formation in the last three years is worth a call, and who fits it by the sector', () => {
  const organisations = [
    structure('Garage', { sectors: ['mobility'] }),
    structure('Solaire', { sectors: ['energy'] }),
    structure('Ancien'),
    structure('Récent'),
    structure('Cuisine'),
    structure('Lycée', { sectors: ['energy'], kind: 'vocationalHighSchool' }),
    structure('Fédération', { sectors: ['energy'], kind: 'tradeBody' }),
  ]
  const placements = [
    hosted('Récent', '2024-01-10'),
    hosted('Ancien', '2023-11-29'),
    hosted('Cuisine', '2026-01-10', 3, 'cuisine'),
  ]
  const formation = { ...mark, id: 'melec', shortName: 'MELEC', sectors: ['energy'] as ['energy'] }
  expect(names({ organisations, placements, formation })).toEqual(['Récent', 'Solaire'])
})

test('who was asked this school year for such a place is left alone, who was asked last year is not', () => {
  const organisations = ['Garage', 'Fonderie', 'Atelier', 'Verrerie'].map((id) => structure(id))
  const placements = organisations.map(({ id }) => hosted(id, '2026-01-10'))
  const needs = [
    need(),
    need({ id: 'autumn' }),
    need({ id: 'last year' }),
    need({ id: 'jury', kind: 'jury' }),
    need({ id: 'other', formation: 'cuisine' }),
  ]
  const asks = [
    asked('Garage', 'autumn', '2026-09-10'),
    asked('Fonderie', 'last year', '2026-08-20'),
    asked('Atelier', 'jury', '2026-10-01'),
    asked('Verrerie', 'need', '2026-08-20'),
  ]
  expect(names({ organisations, placements, needs, asks })).toEqual(['Atelier', 'Fonderie'])
})

test('who wants no calls gets none', () => {
  const organisations = [
    structure('Opposé', { doNotContact: true }),
    structure('À ne plus contacter', { relation: 'doNotContact' }),
    structure('Perdu', { relation: 'lost' }),
    structure('Bienvenu', { relation: 'partner' }),
  ]
  const placements = organisations.map(({ id }) => hosted(id, '2026-01-10'))
  expect(names({ organisations, placements })).toEqual(['Bienvenu'])
})

test('the nearest to the school come first, and at one distance who received most', () => {
  const school = structure('Lycée', {
    town: 'Songe',
    basin: 'Fable',
    postcode: '34000',
    latitude: 43.6,
    longitude: 3.88,
  })
  const organisations = [
    school,
    structure('Loin', { postcode: '75001' }),
    structure('Département', { postcode: '34500' }),
    structure('Bassin', { basin: 'Fable' }),
    structure('Peu', { town: 'Songe' }),
    structure('Beaucoup', { town: 'Songe' }),
    structure('À 1 km', { latitude: 43.609, longitude: 3.88 }),
    structure('À 20 km', { town: 'Songe', latitude: 43.78, longitude: 3.88 }),
  ]
  const placements = organisations.map(({ id }) => hosted(id, '2026-01-10', id === 'Beaucoup' ? 5 : 1))
  const found = candidatesFor(need({ school: 'Lycée' }), rows({ organisations, placements, school }), today)
  expect(found.map(({ organisation }) => organisation.id)).toEqual([
    ...['À 1 km', 'Beaucoup', 'Peu', 'Bassin', 'À 20 km', 'Département', 'Loin'],
  ])
  expect(found[0]?.near.km).toBeCloseTo(1, 1)
  expect(nearnessOf(school, structure('x', { town: 'Songe' })).same).toBe('town')
})

test('the same list finds jury members and speakers by what they did for the formation', () => {
  const organisations = ['Jury', 'Cours', 'Visite', 'Accueil'].map((id) => structure(id))
  const interventions = [
    came('Jury', 'jury', '2026-06-10'),
    came('Cours', 'lesson', '2026-03-10'),
    came('Visite', 'classVisit', '2026-03-11'),
  ]
  const given = { organisations, interventions, placements: [hosted('Accueil', '2026-01-10')] }
  expect(names(given, need({ kind: 'jury' }))).toEqual(['Jury'])
  expect(names(given, need({ kind: 'speakers' }))).toEqual(['Cours'])
  expect(names(given)).toEqual(['Accueil'])
})

test('what was promised adds up, by whomever', () => {
  const promise = (organisation: string, places?: number) =>
    asked(organisation, 'need', today, { outcome: 'promised', ...(places !== undefined && { places }) })
  const asks = [promise('A', 4), promise('B', 3), promise('C'), asked('D', 'need', today, { places: 9 })]
  expect(promisedFor(asks)).toBe(8)
  expect(promisedFor([promise('A', -2)])).toBe(0)
})

test('of two who called one structure without knowing it, the later word stands', () => {
  const said = (updatedAt: string, outcome: Ask['outcome'], places?: number) =>
    asked('A', updatedAt, today, { updatedAt, outcome, ...(places !== undefined && { places }) })
  const asks = [said('2', 'promised', 3), said('3', 'promised', 2), said('1', 'refused'), asked('B', 'need', today)]
  expect(latestAsks(asks).map(({ organisation, places }) => [organisation, places])).toEqual([
    ['A', 2],
    ['B', undefined],
  ])
  expect(promisedFor(latestAsks(asks))).toBe(2)
})
