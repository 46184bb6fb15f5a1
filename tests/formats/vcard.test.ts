import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardFileName, vcard } from '../../src/formats/vcard.ts'

const unfolded = (text: string) => text.replace(/\r\n /g, '')
const lineOf = (text: string, name: string) =>
  unfolded(text)
    .split('\r\n')
    .find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))

test('a card holds the name as typed, the two numbers, the mail, the structure and the position', () => {
  const card = vcard({
    name: 'Amélie Durand',
    mobile: '+33612345678',
    landline: '+33476000000',
    email: 'amelie@exemple.fr',
    organisation: 'Fonderie du Grésivaudan',
    position: 'DRH',
  })
  expect(card.split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:;Amélie Durand;;;',
    'FN:Amélie Durand',
    'ORG:Fonderie du Grésivaudan',
    'TITLE:DRH',
    'TEL;TYPE=CELL:+33612345678',
    'TEL;TYPE=WORK,VOICE:+33476000000',
    'EMAIL;TYPE=INTERNET,WORK:amelie@exemple.fr',
    'END:VCARD',
    '',
  ])
})

test('given and family name stand apart when they were given apart, and are never guessed', () => {
  expect(lineOf(vcard({ name: 'A. Durand', givenName: 'Amélie', familyName: 'Durand' }), 'N')).toBe(
    'N:Durand;Amélie;;;',
  )
  expect(lineOf(vcard({ name: 'Amélie Durand' }), 'N')).toBe('N:;Amélie Durand;;;')
})

test('signs that have a meaning in a card are escaped', () => {
  const card = vcard({ name: 'Durand, Amélie; dite \\A', organisation: 'Un\r\nDeux\nEND:VCARD' })
  expect(lineOf(card, 'FN')).toBe('FN:Durand\\, Amélie\\; dite \\\\A')
  expect(lineOf(card, 'ORG')).toBe('ORG:Un\\nDeux\\nEND:VCARD')
  expect(card.match(/^END:VCARD/gm)).toHaveLength(1)
})

test('whatever the name, no line is longer than 75 octets, no sign is cut and nothing is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
      const card = vcard({ name })
      const lines = card.split('\r\n')
      for (const line of lines) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(line.isWellFormed?.() ?? true).toBe(name.isWellFormed?.() ?? true)
      }
      const printable = name.replace(/[\\,;]/g, '\\$&').replace(/[\r\n]/g, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control signs are left out
      expect(lineOf(card, 'FN')?.replace(/\\n/g, '')).toBe(`FN:${printable.replace(/[\x00-\x1f\x7f]/g, '')}`)
    }),
  )
})

test('the file is named for the person, in signs that every system takes', () => {
  expect(cardFileName('Amélie D’Arc / RH')).toBe('Amelie-D-Arc-RH.vcf')
  expect(cardFileName('😀')).toBe('contact.vcf')
})
