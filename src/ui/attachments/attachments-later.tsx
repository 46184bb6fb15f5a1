import type { Belonging } from '../../store/attach.ts'
import { later } from '../app/later.tsx'

/** Photos and documents come after the words of a page. */
export const Attachments = later<Belonging>(() => import('./attachments.tsx').then((part) => part.Attachments))
