import { describe, expect, test } from 'vitest'
import { english } from '../../src/i18n/en.ts'
import * as sections from '../../src/i18n/sections.ts'
import { frenchRecords, type Word, wordsIn } from './every-word.ts'
import { englishFaults, frenchFaults } from './typography.ts'

const faulty = (words: Word[], faultsOf: (text: string) => string[]) =>
  words.flatMap(([where, text]) => faultsOf(text).map((fault) => `${where}: ${fault} in “${text}”`))

const french = Object.values(sections).flatMap(({ name, words }) => wordsIn(words, name))

test('every word of the interface is written as French typography asks', () => {
  expect(faulty(french, frenchFaults)).toEqual([])
})

test('every label, hint and choice of the records is written as French typography asks', () => {
  expect(faulty(wordsIn(frenchRecords, 'records'), frenchFaults)).toEqual([])
})

test('every English word is written as English typography asks', () => {
  expect(faulty(wordsIn(english, 'english'), englishFaults)).toEqual([])
})

test('every phrase can be said', () => {
  const all = [...french, ...wordsIn(frenchRecords, 'records'), ...wordsIn(english, 'english')]
  expect(all.filter(([, text]) => text === '').map(([where]) => where)).toEqual([])
})

describe('each rule can fail', () => {
  test.each([
    ['straight apostrophe', "L'école"],
    ['straight quotes', 'Le "salon"'],
    ['three full stops', 'Un instant...'],
    ['space at an end, or twice', 'Un  instant'],
    ['space at an end, or twice', 'Un instant '],
    ['no narrow no-break space before ; ! ?', 'Vraiment ?'],
    ['no narrow no-break space before ; ! ?', 'Vraiment?'],
    ['no narrow no-break space before ; ! ?', 'Oui\u00a0; non'],
    ['no no-break space before :', 'Perdu : rien'],
    ['no no-break space before :', 'Perdu: rien'],
    ['no narrow no-break space inside « »', '« Salon\u202f»'],
    ['no narrow no-break space inside « »', '«\u202fSalon »'],
    ['English quotes', 'Le “salon”'],
    ['number that may break', '250 à 4 999'],
    ['number that may break', '15 %'],
    ['capital without its accent', 'A faire'],
    ['capital without its accent', 'Etablissement'],
    ['capital without its accent', 'Ca marche'],
    ['oe for œ', 'Le coeur'],
  ])('%s, in French: %s', (fault, text) => {
    expect(frenchFaults(text)).toContain(fault)
  })

  test.each([
    ['straight apostrophe', "The browser's settings"],
    ['straight quotes', 'The "fair"'],
    ['three full stops', 'One moment...'],
    ['space before a sign', 'Lost : nothing'],
    ['space before a sign', 'Really\u202f?'],
    ['French space', '4\u202f999'],
    ['French quotes', '«Fair»'],
  ])('%s, in English: %s', (fault, text) => {
    expect(englishFaults(text)).toContain(fault)
  })

  test.each([
    '«\u202fSalon\u202f»\u00a0: où\u202f? À l’école, 5\u202f000\u00a0€',
    'https://exemple.example',
    'CAP A2, bac pro',
  ])('%s is good French', (text) => {
    expect(frenchFaults(text)).toEqual([])
  })

  test('a phrase is called before it is judged', () => {
    expect(wordsIn({ lost: (name: string, count: number) => `${name} : ${count}` }, 'bad')).toContainEqual([
      'bad.lost',
      'Mot : 2',
    ])
  })
})
