/** One step of the local database: tables with their indexes in Dexie's notation, only those that change. */
export type SchemaStep = { readonly version: number; readonly tables: Readonly<Record<string, string>> }

/** Append only: a step that has landed is never edited, each has a committed fixture in tests/store/fixtures. */
export const schemaSteps: readonly SchemaStep[] = [
  {
    version: 1,
    tables: {
      meta: 'key',
      outbox: 'n',
      drafts: 'id',
      people: 'id,sort,rev,deletedAt',
      organisations: 'id,sort,rev,deletedAt',
      exchanges: 'id,sort,rev,deletedAt,*people,organisation,event',
      affiliations: 'id,sort,rev,deletedAt,person,organisation',
      events: 'id,sort,rev,deletedAt',
      tasks: 'id,sort,rev,deletedAt,person,organisation,event,exchange',
      visitorCounts: 'id,sort,rev,deletedAt,event',
    },
  },
  {
    version: 2,
    tables: {
      refused: 'n',
      people: 'id,sort,rev,deletedAt,arrived,mergedInto',
      organisations: 'id,sort,rev,deletedAt,arrived,mergedInto',
      exchanges: 'id,sort,rev,deletedAt,arrived,*people,organisation,event,mergedInto',
      affiliations: 'id,sort,rev,deletedAt,arrived,person,organisation,mergedInto',
      events: 'id,sort,rev,deletedAt,arrived,mergedInto',
      tasks: 'id,sort,rev,deletedAt,arrived,person,organisation,event,exchange,mergedInto',
      visitorCounts: 'id,sort,rev,deletedAt,arrived,event,mergedInto',
      members: 'id,sort,rev,deletedAt,arrived,mergedInto',
    },
  },
  {
    version: 3,
    tables: {
      attachments: 'id,sort,rev,deletedAt,arrived,person,organisation,exchange,event,mergedInto',
      blobs: 'sha',
      offers: 'sha,since',
      texts: 'key',
    },
  },
  { version: 4, tables: { outbox: 'n,row' } },
  {
    version: 5,
    tables: {
      tasks: 'id,sort,rev,deletedAt,arrived,person,organisation,event,exchange,ask,mergedInto',
      formations: 'id,sort,rev,deletedAt,arrived,*schools,mergedInto',
      trainingPeriods: 'id,sort,rev,deletedAt,arrived,formation,school,mergedInto',
      placements: 'id,sort,rev,deletedAt,arrived,organisation,formation,period,tutor,school,mergedInto',
      needs: 'id,sort,rev,deletedAt,arrived,formation,period,school,mergedInto',
      asks: 'id,sort,rev,deletedAt,arrived,organisation,need,school,mergedInto',
      jobOffers: 'id,sort,rev,deletedAt,arrived,organisation,formation,mergedInto',
      taxes: 'id,sort,rev,deletedAt,arrived,organisation,formation,mergedInto',
      interventions: 'id,sort,rev,deletedAt,arrived,organisation,person,formation,school,mergedInto',
      sponsorships: 'id,sort,rev,deletedAt,arrived,person,organisation,mergedInto',
    },
  },
]
