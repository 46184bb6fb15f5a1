import type { entry as french } from '../fr/entry.ts'
import type { Translated } from '../section.ts'

export const entry: Translated<typeof french> = {
  codeTitle: 'Your invitation code',
  linkTitle: 'Your invitation',
  about: 'A space brings a team together: what each one notes reaches everybody as soon as there is a network.',
  code: 'Code of 10 characters',
  codeHint: 'It is written under the picture of the invitation.',
  codeMissing: (count) => (count === 1 ? 'One character is missing.' : `${count} characters are missing.`),
  codeTooLong: 'This code is too long: it has 10 characters.',
  waiting: 'What you had typed is kept: you find it again with the same link or code.',
  continue: 'Continue',
  anotherCode: 'Type another code',
  how: 'Where to find the code',
  ways: {
    colleague: 'To join a team: its director opens “Your space”, then “Invite a colleague”.',
    own: 'For one of your devices: on the first one, open “Your space”, then “Add one of my devices”.',
    first: 'For a new space: whoever hosts Maillage gives you a link. Open it here.',
  },
  setUpTitle: 'Create your space',
  setUpAbout: 'You will be its director, and may invite your team.',
  inviteTitle: (space) => `Join ${space}`,
  inviteUntitled: 'Join a space',
  fromAs: (name, role) => `${name} invites you. Your role: ${role}.`,
  as: (role) => `Your role: ${role}.`,
  deviceTitle: (space) => `Connect this device to ${space}`,
  deviceAbout: (name) => `You are ${name} there. This device receives the team’s records, and sends yours.`,
  spaceName: 'Name of the space',
  spaceNameHint: 'For example that of your campus or school.',
  spaceKind: 'Kind of space',
  spaceKindNeeded: 'Choose what fits.',
  name: 'Your name',
  nameHint: 'The team sees it beside what you note.',
  needed: 'Needed to continue.',
  use: 'Use this device',
  notedBefore: (name) => `What is already noted here will be sent to ${name} under your name.`,
  newSpace: 'the space',
  back: (space) => `This device comes back to ${space}: what waits here will be sent.`,
  backBeside: (space) =>
    `This device comes back to ${space}: what was waiting there will be sent. What is noted here stays apart.`,
  beside: (space) =>
    `This device is already in ${space}. The new space opens beside it: nothing is mixed, and what is noted stays where it is.`,
  examples: 'You are looking at the examples. Leave them to connect this device.',
  leaveExamples: 'Leave the examples',
  ios: {
    title: 'Install first',
    about:
      'On iPhone and iPad the installed app has its own notebook: what is noted in this browser does not reach it.',
    steps: {
      install: 'Install Maillage on the home screen.',
      open: 'Open it from the home screen, then Settings and “Your space”.',
      type: 'Type this code there:',
    },
    yourCode: 'Your code',
    install: 'How to install',
    anyway: 'Use this browser all the same',
  },
}
