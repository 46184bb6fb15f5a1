/** Every section of the interface's words, in French. English must have the same ones. */
export { agenda } from './fr/agenda.ts'
export { app } from './fr/app.ts'
export { capture } from './fr/capture.ts'
export { contacts } from './fr/contacts.ts'
export { doubt } from './fr/doubt.ts'
export { event } from './fr/event.ts'
export { home } from './fr/home.ts'
