declare const __VERSION__: string | undefined

/** Named by the build; the sources run by themselves are 'dev'. */
export const version: string = typeof __VERSION__ === 'undefined' ? 'dev' : __VERSION__
