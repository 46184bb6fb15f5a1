import type { Phone } from './phone.ts'

/** Writes to a database beside the app's until the device takes no more, or not below two hundred times; how often it took some. */
export const fillTheDevice = ({ page }: Phone): Promise<number> =>
  page.evaluate(async () => {
    const open = indexedDB.open('ballast', 1)
    open.onupgradeneeded = () => open.result.createObjectStore('ballast', { autoIncrement: true })
    const db = await new Promise<IDBDatabase>((done) => {
      open.onsuccess = () => done(open.result)
    })
    const write = (size: number) =>
      new Promise<boolean>((done) => {
        const writing = db.transaction('ballast', 'readwrite', { durability: 'strict' })
        // Incompressible, or the device would take it for less.
        writing.objectStore('ballast').add(crypto.getRandomValues(new Uint8Array(size)))
        writing.oncomplete = () => done(true)
        writing.onabort = () => done(false)
      })
    db.onversionchange = () => db.close()
    let written = 0
    for (let size = 65_536; size >= 1_024; size /= 4) while (written < 200 && (await write(size))) written += 1
    return written
  })
