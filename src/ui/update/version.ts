declare const __VERSION__: string | undefined

/** Version and digest of the sources this page was built from. */
export const version: string = typeof __VERSION__ === 'undefined' ? 'dev' : __VERSION__
