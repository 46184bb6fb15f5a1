/** The French words of one part of the interface, travelling with the code that shows them. */
export type Section<N extends string, W> = { readonly name: N; readonly words: W }

export const section = <const N extends string, W extends Words>(name: N, words: W): Section<N, W> => ({ name, words })

/** A word, or a phrase made with names and numbers. */
export type Words = { readonly [key: string]: string | ((...given: never[]) => string) | Words }

/** The same words in another language: same keys, same arguments. */
export type Translated<S> = S extends Section<string, infer W> ? Same<W> : never
type Same<W> = { readonly [K in keyof W]: W[K] extends string ? string : W[K] extends Words ? Same<W[K]> : W[K] }
