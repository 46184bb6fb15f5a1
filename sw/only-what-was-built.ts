import type { WorkboxPlugin } from 'workbox-core'

const TYPES: Record<string, RegExp> = {
  js: /^(text|application)\/javascript/,
  css: /^text\/css/,
  html: /^text\/html/,
  svg: /^image\/svg\+xml/,
  png: /^image\/png/,
  webmanifest: /^application\/manifest\+json/,
  woff2: /^font\/woff2/,
  wasm: /^application\/wasm/,
}

/**
 * A portal or a proxy may answer 200 with a page of its own. Each file must have the type its name promises; its bytes
 * are held to the digest in the request's `integrity` by the browser. One failure fails the whole install.
 */
export const onlyWhatWasBuilt: WorkboxPlugin = {
  // The browser's own cache is asked again rather than believed: what a portal left there must not fail every later install.
  requestWillFetch: async ({ request }) =>
    request.integrity === '' || request.cache !== 'default' ? request : new Request(request, { cache: 'no-cache' }),

  cacheWillUpdate: async ({ request, response }) => {
    const extension = new URL(request.url).pathname.split('.').pop() ?? ''
    const isExpected = TYPES[extension]?.test(response.headers.get('content-type') ?? '') === true
    return response.status === 200 && !response.redirected && isExpected ? response : null
  },
}
