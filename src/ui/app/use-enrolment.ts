import { type Enrolment, enrolmentOf } from '../../store/sync-state.ts'
import { useLive } from './use-live.ts'

/** The space this phone is a member of; undefined where there is none, and until it is known. */
export const useEnrolment = (): Enrolment | undefined =>
  useLive(async (space) => ({ enrolment: await enrolmentOf(space) }), [])?.enrolment
