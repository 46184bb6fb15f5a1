import type { sync as french } from '../fr/sync.ts'
import type { Translated } from '../section.ts'

const saves = (count: number, more: boolean) => {
  const some = more ? `More than ${count}` : String(count)
  return count === 1 ? `${some} entry to send` : `${some} entries to send`
}

const files = (count: number) =>
  count === 1 ? `${count} photo or document to send` : `${count} photos or documents to send`

export const sync: Translated<typeof french> = {
  welcome: (space) => `Your space is ${space}.`,
  sent: (time) => `Everything is sent · ${time}`,
  sentBut: (time) => `The rest is sent · ${time}`,
  last: (time) => `Last exchange with your space: ${time}`,
  never: 'First exchange with your space under way',
  neverYet: 'No exchange with your space yet',
  waiting: saves,
  waitingSince: (count, more, since) => `${saves(count, more)}, waiting for ${since}`,
  files,
  awaitsWifi: 'Photos and documents wait for a Wi-Fi, as set in Settings.',
  filesSince: (count, since) => `${files(count)}, waiting for ${since}`,
  minutes: (count) => `${count} min`,
  hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  yesterdayAt: (time) => `yesterday at ${time}`,
  dayAt: (day, time) => `${day} at ${time}`,
  receiving: (count) => `Receiving: ${count} ${count === '1' ? 'record' : 'records'} left`,
  trouble: {
    'no-network': 'No network: kept on this phone, sent automatically.',
    portal: 'This Wi-Fi asks you to sign in. Open its page in the browser: sending will go on by itself.',
    server: 'Your space does not answer: kept on this phone, sent automatically.',
    'signed-out': 'This device is no longer linked to your space: ask for a new link.',
    outdated: 'A newer version of Maillage is needed to send. Reload when you have a network.',
    full: 'This phone is full: make some room, and sending and receiving go on by themselves. Nothing is lost.',
  },
  troubleNothing: {
    'no-network': 'No network.',
    server: 'Your space does not answer: it is tried again automatically.',
  },
  enter: 'I have a new link',
  retry: 'Try again',
  old: 'Nothing is lost, but your colleagues do not see these entries yet. Keep a copy to be safe.',
  export: 'Export what is not sent',
  exported: 'File downloaded',
  nothingToExport: 'Everything noted here is sent.',
  toReview: (count) => (count === 1 ? '1 entry to review' : `${count} entries to review`),
  off: (count) =>
    count === 1
      ? '1 entry taken off the list stays on this phone only.'
      : `${count} entries taken off the list stay on this phone only.`,
  seeOff: 'See the list',
  review: {
    title: 'To review',
    about: 'Your space did not accept these entries. Their text is intact on this phone.',
    none: 'Nothing to review.',
    noneAct: 'Back to home',
    correct: 'Correct',
    goOn: 'Go on correcting',
    gone: 'This entry is no longer to be reviewed.',
    goneAct: 'Back to the list',
    resend: 'Send again',
    resent: 'Will be sent again',
    exportOne: 'Export',
    settle: 'Take off the list',
    settled: 'Taken off the list',
    offTitle: 'Taken off the list',
    putBack: 'Put back on the list',
    emptied: 'emptied',
    erased: 'text removed',
    added: (names) => `added: ${names}`,
    dropped: (names) => `removed: ${names}`,
    reasons: {
      'unknown-table': 'Your space does not know this kind of record yet. It needs an update.',
      invalid: 'A value is not of the expected form. Correct it.',
      forbidden: 'Your role does not allow this change. Ask the director of your space.',
      'id-reuse': 'Another device is a copy of this one. Send again.',
      'too-large': 'The text is too long to be sent. Shorten it, or keep a copy.',
      held: 'Many records deleted or merged in a short time: the director of your space has to agree.',
      kept: 'The director of your space kept this record.',
      other: 'Your space did not accept it.',
    },
  },
  deletions: {
    toSettle: (count) =>
      count === 1 ? 'One deletion awaits your agreement' : `${count} deletions await your agreement`,
    held: (count) => (count === 1 ? 'One deletion to confirm' : `${count} deletions to confirm`),
    heldBy: (name, time) => `Asked for by ${name}, ${time}. Until then, everyone keeps these records.`,
    keep: 'Keep the records',
    delete: (count) => (count === 1 ? 'Delete the record' : `Delete the ${count} records`),
    kept: 'Records kept',
    done: 'Records deleted',
    asked: (count) => (count === 1 ? 'One deletion awaits the director' : `${count} deletions await the director`),
    askedWhy:
      'Many records deleted or merged in a short time: the director of your space will say whether they go. Until then, everyone keeps them.',
    settled: 'The director has answered',
    all: (count) => `See all ${count} records`,
    others: (count, isMore) => {
      if (!isMore) return count === 1 ? 'One record' : `${count} records`
      return count === 1 ? 'and one other' : `and ${count} others`
    },
  },
  notSentYet: 'Not sent yet',
  file: {
    title: 'What is not sent',
    notedOn: (time) => `noted on ${time}`,
    refused: (reason) => `not accepted: ${reason}`,
  },
}
