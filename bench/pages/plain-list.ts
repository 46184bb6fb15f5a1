export type Row = Record<string, string>

declare global {
  interface Window {
    keepRows: (tables: Record<string, Row[]>) => Promise<void>
    readyOffline: () => Promise<void>
  }
}

const indexes: Record<string, string[]> = { people: ['sort'], affiliations: ['person'], organisations: ['sort'] }
const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })

const opening = indexedDB.open('plain', 1)
opening.onupgradeneeded = () => {
  for (const [table, names] of Object.entries(indexes)) {
    const store = opening.result.createObjectStore(table, { keyPath: 'id' })
    for (const name of names) store.createIndex(name, name)
  }
}
const db = answer(opening)

/** The first people and the structure of each, as the app's list shows them. */
const show = async () => {
  const stores = (await db).transaction(Object.keys(indexes))
  const store = (name: string) => stores.objectStore(name)
  const people: Row[] = await answer(store('people').index('sort').getAll(null, 24))
  const lines = await Promise.all(
    people.map(async (person) => {
      const ties: Row[] = await answer(store('affiliations').index('person').getAll(person.id))
      const names = await Promise.all(
        ties.map(async (tie) => answer(store('organisations').get(tie.organisation ?? ''))),
      )
      return [person.name ?? '', [person.position, ...names.map((one: Row) => one.name)].join(' · ')]
    }),
  )
  const items = lines.map((words) => {
    const item = document.createElement('li')
    for (const text of words) item.append(Object.assign(document.createElement('div'), { textContent: text }))
    return item
  })
  document.querySelector('ul')?.replaceChildren(...items)
}
void show()

window.keepRows = async (tables) => {
  const transaction = (await db).transaction(Object.keys(indexes), 'readwrite')
  for (const [table, rows] of Object.entries(tables)) for (const row of rows) transaction.objectStore(table).put(row)
  await new Promise((done) => {
    transaction.oncomplete = done
  })
}

window.readyOffline = async () => {
  const scripts = [...document.querySelectorAll('script')].map((script) => script.src)
  await (await caches.open('plain')).addAll([location.href, ...scripts])
  await navigator.serviceWorker.register('/plain-worker.js')
  await navigator.serviceWorker.ready
}
