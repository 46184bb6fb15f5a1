import type { ToldReason } from '../domain/answer.ts'
import { protocolNumber } from '../protocol/sync-message.ts'

const statusOf = {
  invalid: 400,
  forbidden: 403,
  insecure: 403,
  'not-found': 404,
  unknown: 404,
  used: 410,
  expired: 410,
  unreferenced: 409,
  'too-large': 413,
  'not-ours': 415,
  mismatch: 422,
  'wrong-type': 422,
  'too-many': 429,
  internal: 500,
} as const satisfies Record<ToldReason, number> & Record<string, number>
export type FailureCode = keyof typeof statusOf

type More = { maxBytes?: number; rid?: string }

/** An answer that is not a success. Thrown, so that a transaction it ends is undone. */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly more: More = {},
  ) {
    super(code)
  }
  get status() {
    return statusOf[this.code]
  }
  get body() {
    return { p: protocolNumber, error: this.code, ...this.more }
  }
}

export const failure = (code: FailureCode, more?: More): Failure => new Failure(code, more)
