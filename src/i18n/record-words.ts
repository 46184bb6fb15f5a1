import type { Catalog } from '../domain/catalog.ts'
import type { Options } from '../domain/field.ts'
import type { RecordType } from '../domain/record.ts'

type Explained = { readonly label: string; readonly hint: string }
type OwnFields<R extends RecordType> = Exclude<keyof R['fields'], 'source' | 'deletedAt' | 'mergedInto'>
type FieldWords<F> = F extends { options: infer O extends Options }
  ? { readonly label: string; readonly hint?: string; readonly options: { readonly [K in keyof O]: string } }
  : F extends { hint: string }
    ? Explained
    : string | Explained

/** The words of one record type in another language. A missing one does not compile. */
export type RecordWords<R extends RecordType> = {
  readonly label: string
  readonly plural: string
  readonly fields: { readonly [N in OwnFields<R>]: FieldWords<R['fields'][N]> }
}
export type CatalogWords<C extends Catalog> = { readonly [T in keyof C]: RecordWords<C[T]> }

/** The same, once the types are forgotten: what the interface reads. */
export type AnyRecordWords = {
  readonly label: string
  readonly plural: string
  readonly fields: Readonly<
    Record<string, string | { readonly label: string; readonly hint?: string; readonly options?: Options }>
  >
}
