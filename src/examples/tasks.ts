import type { Task } from '../domain/records/task.ts'
import { calendarAround } from './calendar.ts'
import type { Fairs } from './events.ts'
import type { Talk } from './exchanges.ts'
import type { Filling } from './filling.ts'
import type { Outcome } from './sentences.ts'

type Duty = readonly [kind: Task['kind'], title: (name: string) => string]

const duties: { readonly [O in Outcome]: Duty } = {
  none: ['thank', (name) => `Remercier ${name}`],
  callBack: ['callBack', (name) => `Rappeler ${name}`],
  sendDocument: ['send', (name) => `Envoyer la plaquette à ${name}`],
  visit: ['visit', (name) => `Fixer une visite avec ${name}`],
  agreement: ['agreement', (name) => `Préparer la convention de partenariat avec ${name}`],
  offer: ['offer', (name) => `Diffuser l’offre de ${name}`],
}

/** Days from today by which it is to be done: late, today, to come; then those that are done. */
const open = [-12, -6, -3, -1, 0, 0, 0, 1, 2, 4, 5, 7, 9, 13, 20]
const done = [-25, -19, -14, -9, -4, -2, -1]

/** What the talks left to do, and two things for the fair to come. `talks`: latest first. */
export const addTasks = ({ random, add, now, me }: Filling, talks: readonly Talk[], fairs: Fairs) => {
  const { day, workingHour } = calendarAround(now)
  const leftToDo = (some: readonly Talk[], count: number) =>
    random
      .someOf(
        some.filter(({ outcome }) => outcome !== 'none'),
        count,
      )
      .sort((one, other) => talks.indexOf(other) - talks.indexOf(one))
  // The longest waiting come from the oldest talks, and nothing was done before it was talked of.
  const followed = [...leftToDo(talks.slice(0, 40), open.length), ...leftToDo(talks.slice(45, 75), done.length)]
  for (const [at, { id, somebody, outcome }] of followed.entries()) {
    const [kind, title] = duties[outcome]
    const days = [...open, ...done][at] ?? 0
    add('tasks', {
      title: title(somebody.name),
      kind,
      dueOn: day(days),
      owner: me,
      person: somebody.id,
      organisation: somebody.structure.id,
      exchange: id,
      doneAt: at < open.length ? undefined : workingHour(days - 1, 16, 30),
      source: 'example',
    })
  }
  for (const [title, days] of [
    ['Réserver la table et les kakémonos', 21],
    ['Imprimer les fiches des formations', 30],
  ] as const)
    add('tasks', { title, kind: 'other', dueOn: day(days), owner: me, event: fairs.coming, source: 'example' })
}
