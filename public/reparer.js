// Removes the program (workers and their caches), and nothing that a person typed: no database, no setting.

const button = document.getElementById('repair')
const news = document.getElementById('news')

button.addEventListener('click', async () => {
  button.disabled = true
  news.textContent = 'Réparation en cours…'
  try {
    if (!(await serverAnswers())) {
      news.textContent = 'Pas de réseau\u00a0: rien n’a été changé. Réessayez quand le réseau sera revenu.'
      return
    }
    await removeWorkers()
    await removeCaches()
    news.textContent = 'C’est réparé. Vous pouvez ouvrir Maillage.'
  } catch {
    news.textContent = 'La réparation n’a pas abouti. Fermez les autres onglets de Maillage, puis réessayez.'
  } finally {
    button.disabled = false
  }
})

/** A portal answers too, with a page of its own: only our own words count. */
async function serverAnswers() {
  try {
    const response = await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(10_000) })
    return response.ok && (await response.json()).ok === true
  } catch {
    return false
  }
}

async function removeWorkers() {
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? []
  await Promise.all(workers.map((worker) => worker.unregister()))
}

async function removeCaches() {
  const names = 'caches' in globalThis ? await caches.keys() : []
  await Promise.all(names.map((name) => caches.delete(name)))
}
