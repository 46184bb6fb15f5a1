import type { solicitation as french } from '../fr/solicitation.ts'
import type { Translated } from '../section.ts'

export const solicitation: Translated<typeof french> = {
  of: (promised, wanted) => `${promised} of ${wanted}`,
  promised: 'promised',
  enough: 'That makes them all.',
  calling: 'Calls under way',
  callBack: 'To call back',
  toAsk: 'To ask',
  promisedGroup: 'Promised',
  refused: 'Refused',
  nobody:
    'Nobody more to ask: whoever received this course in the last three years or has its sector was called already.',
  noFormation: 'Choose the training course: the list of calls makes itself.',
  call: 'Call',
  callThis: (name) => `Call ${name}`,
  note: 'Note',
  noteThis: (name) => `Note the call to ${name}`,
  outcome: (name) => `What ${name} says`,
  howMany: 'How many?',
  why: 'Why?',
  when: 'When?',
  inDays: (days) => (days === 1 ? 'Tomorrow' : `In ${days} days`),
  leave: 'Take off the list',
  pupils: (count) => (count === 1 ? '1 pupil in three years' : `${count} pupils in three years`),
  came: (count) => (count === 1 ? 'came once in three years' : `came ${count} times in three years`),
  bySector: 'by its sector',
  km: (count) => `${count} km`,
  same: { town: 'same town', basin: 'same employment area', department: 'same department' },
  task: (name, formation) => (formation ? `Call back ${name} · ${formation}` : `Call back ${name}`),
  asked: 'Requests made',
}
