import type { Page } from 'playwright'

/**
 * Puts into the examples what a server would have told of a team: members, a structure with two versions of three fields,
 * its twin of a colleague's, requests that came in. Gives the ids of the two structures. Only the next load shows it.
 */
export const tellOfColleagues = (page: Page): Promise<{ double: string; twin: string }> =>
  page.evaluate(async () => {
    type Row = Record<string, unknown> & { id: string; sort: string }
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => fail(request.error)
      })
    const open = async (name: string) => {
      const db = await answer(indexedDB.open(name))
      const birth = await answer(db.transaction('meta').objectStore('meta').get('birth'))
      return birth?.kind === 'examples' ? [{ db, me: String(birth.me) }] : []
    }
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('maillage-') ? [name] : []))
    const [found] = (await Promise.all(names.map(open))).flat()
    if (!found) throw new Error('There are no examples')
    const { db, me } = found
    const all = (table: string) => answer<Row[]>(db.transaction(table).objectStore(table).getAll())
    const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
    const mark = await answer(db.transaction('meta').objectStore('meta').get('mark'))
    const rev = mark.rev + 1
    const [claire, idris] = ['claire', 'idris']
    const exchanges = await all('exchanges')
    const organisations = await all('organisations')
    const busy = organisations.find(({ id }) => exchanges.filter((one) => one.organisation === id).length > 5)
    const last = exchanges.find((one) => one.organisation === busy?.id)
    if (!busy || !last) throw new Error('No structure of the examples is busy')
    const by = (author: string, hours: number) => ({
      ...{
        createdBy: author,
        updatedBy: author,
        createdAt: ago(hours),
        updatedAt: ago(hours),
        arrived: ago(1),
        seq: 1,
        rev,
      },
    })
    const long = 'Groupement d’employeurs pour l’insertion des Hautes-Vallées-sur-Fable'
    const other = (value: unknown) => ({ value, by: claire, at: ago(22), kept: { by: me, at: ago(3) } })
    const versions = { name: other(long), phone: other('+33465710142'), doNotContact: other(true) }
    const twin = {
      ...busy,
      id: 'twin',
      name: `Ets ${busy.name}`,
      notes: 'Entrée par la cour',
      sort: `ets ${busy.sort}`,
    }
    const request = (id: string, owner: string | undefined, hours: number) => ({
      ...{ id, title: `${long}, deux stagiaires en mai`, kind: 'request', organisation: busy.id, sort: '~' },
      ...(owner && { owner }),
      ...by(me, hours),
    })
    const rows: Record<string, unknown[]> = {
      members: [
        { id: me, name: 'Nadia Fontaine', sort: 'nadia fontaine', ...by(me, 9) },
        { id: claire, name: 'Claire Martin', sort: 'claire martin', ...by(claire, 9) },
        { id: idris, name: 'Idris Benali-Fontanarosa', sort: 'idris benali fontanarosa', ...by(idris, 9) },
      ],
      organisations: [
        { ...busy, versions, rev },
        { ...twin, siret: undefined, siren: undefined, uai: undefined, ...by(claire, 20) },
      ],
      people: (await all('people')).slice(0, 2).map((one) => ({ ...one, arrived: ago(2), createdBy: idris, rev })),
      exchanges: [
        { ...last, id: 'visit', kind: 'companyVisit', author: claire, at: ago(70), sort: ago(70), ...by(claire, 70) },
      ],
      tasks: [request('one', me, 2), request('two', claire, 40), request('three', undefined, 400)],
      meta: [
        { ...mark, rev },
        { key: 'enrolment', campus: 'x', name: 'Campus', kind: 'campus', role: 'member', at: ago(9) },
      ],
    }
    for (const [table, some] of Object.entries(rows)) {
      const store = db.transaction(table, 'readwrite').objectStore(table)
      for (const row of some) await answer(store.put(row))
    }
    db.close()
    return { double: busy.id, twin: twin.id }
  })
