import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import fc from 'fast-check'
import { useState } from 'preact/hooks'
import { afterEach, describe, expect, test } from 'vitest'
import type { Field, FieldKind } from '../../../src/domain/field.ts'
import type { RecordType } from '../../../src/domain/record.ts'
import { schemaOfField } from '../../../src/domain/schema.ts'
import { wholeCatalog as catalog } from '../../../src/domain/whole-catalog.ts'
import type { Typed } from '../../../src/ui/record/face.ts'
import { faces } from '../../../src/ui/record/faces.ts'
import { FieldEditor } from '../../../src/ui/record/field-editor.tsx'
import { renderIn } from '../render-app.tsx'

afterEach(cleanup)

const kinds = Object.keys(faces) as FieldKind[]
const fieldOf = (kind: FieldKind): Field => ({
  kind,
  label: kind,
  group: 'main',
  optional: true,
  ...(kind === 'identifier' && { rule: 'siret' as const }),
})

const near: Partial<Record<FieldKind, fc.Arbitrary<string>>> = {
  number: fc.stringMatching(/^[-+0-9 .,]{0,12}$/),
  money: fc.stringMatching(/^[0-9 .,]{0,12} ?€?$/),
  date: fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  instant: fc.stringMatching(/^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d(:[0-5]\d)?Z?$/),
  phone: fc.stringMatching(/^[+0-9 .()-]{0,20}$/),
  email: fc.emailAddress(),
  website: fc.webUrl(),
}
const anyTyped = (kind: FieldKind): fc.Arbitrary<Typed> =>
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme', minLength: 900, maxLength: 1_100, size: 'max' }),
    near[kind] ?? fc.string(),
    fc.array(fc.string(), { maxLength: 20 }),
    fc.constant(Array.from({ length: 501 }, (_, n) => String(n))),
    fc.constantFrom(1_000, 1_001, 10_000, 10_001, 200_000, 200_001).map((length) => 'x'.repeat(length)),
  )

describe('whatever is typed', () => {
  test.each(kinds)('what the face of %s reads may be stored', (kind) => {
    const field = fieldOf(kind)
    const schema = schemaOfField(field)
    fc.assert(
      fc.property(anyTyped(kind), (typed) => {
        const stored = faces[kind].read(typed, field)
        if (stored !== undefined) expect(schema.safeParse(stored).success).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

const read = (kind: FieldKind, typed: Typed) => faces[kind].read(typed, fieldOf(kind))

describe('what is typed as people type it', () => {
  test.each([
    ['money', '1 234,56 €', 1234.56],
    ['money', '1\u202f234 euros', 1234],
    ['number', '12,5', 12.5],
    ['number', '1,234.5', 1234.5],
    ['number', '1.234.567', 1_234_567],
    ['number', '−3', -3],
    ['website', 'https://www.exemple.fr/', 'www.exemple.fr'],
    ['phone', '06 12 34 56 78', '+33612345678'],
    ['email', ' Jean@Exemple.FR ', 'Jean@exemple.fr'],
    ['identifier', '732 829 320 00074', '73282932000074'],
    ['tags', 'BTP, Bois,  ,Bois', ['BTP', 'Bois']],
    ['date', '2026-02-28', '2026-02-28'],
    ['yesNo', 'no', false],
    ['text', '  Grésivaudan  ', 'Grésivaudan'],
  ] as const)('%s: %s', (kind, typed, stored) => expect(read(kind, typed)).toEqual(stored))

  test.each([
    ['number', 'une dizaine'],
    ['number', '1e999'],
    ['money', '9'.repeat(400)],
    ['date', '2026-02-30'],
    ['date', '12345-01-01'],
    ['instant', '2026-13-01T10:00'],
    ['text', '   '],
    ['tags', [' ', '']],
  ] as const)('%s: %s is nothing of the kind', (kind, typed) =>
    expect(read(kind, typed as unknown as Typed)).toBeUndefined(),
  )

  test('a moment comes back as it was typed, wherever the phone is', () => {
    const stored = faces.instant.read('2026-11-22T09:30', fieldOf('instant'))
    expect(stored && faces.instant.write(stored, 'fr')).toBe('2026-11-22T09:30')
  })

  test('a phone number is written as it is read aloud, and comes back as it was stored', () => {
    expect(faces.phone.write('+262639981234', 'fr')).toBe('06\u00a039\u00a098\u00a012\u00a034')
    const someNumber = fc.oneof(
      fc.stringMatching(/^0[1-9][0-9]{8}$/),
      fc.stringMatching(/^\+(33|262|590|594|596|508|687|32|1)[0-9]{6,10}$/),
      near.phone ?? fc.string(),
    )
    fc.assert(
      fc.property(someNumber, (typed) => {
        const stored = faces.phone.read(typed, fieldOf('phone'))
        if (stored !== undefined) expect(read('phone', faces.phone.write(stored, 'fr'))).toBe(stored)
      }),
      { numRuns: 1000 },
    )
  })

  test('a number is written as the language writes it, and read back the same', () => {
    expect(faces.number.write(1234.5, 'fr')).toBe('1234,5')
    expect(faces.number.write(1234.5, 'en')).toBe('1234.5')
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom('fr', 'en'), (cents, language) => {
        const value = cents / 100
        expect(read('money', faces.money.write(value, language))).toBe(value + 0)
      }),
    )
  })
})

const Alone = ({ type, name, typed: first }: { type: RecordType; name: string; typed: Typed }) => {
  const [typed, change] = useState(first)
  return (
    <>
      <FieldEditor prefix="alone" type={type} name={name} typed={typed} change={change} />
      <output>{JSON.stringify(typed)}</output>
    </>
  )
}
const show = (type: RecordType, name: string, typed: Typed) => renderIn(<Alone type={type} name={name} typed={typed} />)
const typedNow = () => JSON.parse(document.querySelector('output')?.textContent ?? '')

describe('a doubt is said and never refuses', () => {
  test('a wrong SIRET is to be checked, with the reason', async () => {
    await show(catalog.organisations, 'siret', '73282932000075')
    screen.getByText(/À vérifier.*clé de contrôle.*Gardé tel quel/)
    expect(screen.getByLabelText('SIRET')).toHaveProperty('value', '73282932000075')
  })

  test('it is not said while one types', async () => {
    await show(catalog.people, 'mobile', '0612')
    screen.getByText(/À vérifier/)
    fireEvent.focus(screen.getByLabelText('Mobile'))
    await waitFor(() => expect(screen.queryByText(/À vérifier/)).toBeNull())
  })

  test('a mistyped mail is mended in one tap', async () => {
    await show(catalog.people, 'email', 'jean@gmial.com')
    fireEvent.click(screen.getByRole('button', { name: 'Écrire jean@gmail.com' }))
    await waitFor(() => expect(typedNow()).toBe('jean@gmail.com'))
    expect(screen.queryByText(/À vérifier/)).toBeNull()
  })
})

describe('inputs', () => {
  test('words are added by Enter or a comma, and taken away by their cross', async () => {
    await show(catalog.organisations, 'tags', [])
    const input = screen.getByLabelText('Étiquettes')
    fireEvent.input(input, { target: { value: 'BTP, bois' } })
    await waitFor(() => expect(typedNow()).toEqual(['BTP', 'bois']))
    fireEvent.keyDown(input, { key: 'Enter' })
    fireEvent.click(await screen.findByRole('button', { name: 'Retirer BTP' }))
    await waitFor(() => expect(typedNow()).toEqual(['bois']))
    expect(input).toHaveProperty('value', '')
  })

  test('few options are chips, many are a list', async () => {
    await show(catalog.people, 'civility', '')
    fireEvent.click(screen.getByRole('button', { name: 'Madame' }))
    await waitFor(() => expect(typedNow()).toBe('mrs'))
    cleanup()
    await show(catalog.organisations, 'kind', '')
    expect(screen.getByRole('combobox', { name: 'Type' }).tagName).toBe('SELECT')
  })

  test('an option of a newer version stays chosen', async () => {
    await show(catalog.organisations, 'kind', 'somethingNewer')
    expect(screen.getByRole('combobox', { name: 'Type' })).toHaveProperty('value', 'somethingNewer')
  })

  test('somebody of the team is oneself or a colleague', async () => {
    await show(catalog.tasks, 'owner', 'somebody-else')
    screen.getByRole('option', { name: 'Vous' })
    expect(screen.getByRole('option', { name: 'Un collègue' })).toHaveProperty('selected', true)
  })
})
