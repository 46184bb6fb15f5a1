type Fetch = Event & { request: Request; respondWith: (response: Promise<Response>) => void }

/** The least a page needs to open without its server. */
addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Fetch
  respondWith.call(
    event,
    caches.match(request).then((kept) => kept ?? fetch(request)),
  )
})
