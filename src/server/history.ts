import type * as z from 'zod/mini'
import type { HistoryReply, historyRequest } from '../protocol/entry-message.ts'
import { protocolNumber } from '../protocol/sync-message.ts'
import { failure } from './failure.ts'
import type { House } from './house.ts'
import { isFieldName } from './refusal.ts'
import { type Asker, sessionOf } from './session.ts'
import { pastOfText } from './text-history.ts'

const PAGE = 100

/** Every value one field ever took, latest first. @throws Failure `not-found`, `invalid`. */
export const history = async (
  { ledger, now }: House,
  campus: string,
  asker: Asker,
  { table, row, field, before = Number.MAX_SAFE_INTEGER }: z.infer<typeof historyRequest>,
): Promise<HistoryReply> =>
  ledger.read(campus, async (at) => {
    if (!(await sessionOf(at, asker, now()))) throw failure('not-found')
    if (!isFieldName(field)) throw failure('invalid')
    const text = await pastOfText(at, { table, row, field }, before)
    if (text) return { p: protocolNumber, ...text }
    const found = await at.history({ table, row, field }, before, PAGE + 1)
    return { p: protocolNumber, entries: found.slice(0, PAGE), more: found.length > PAGE }
  })
