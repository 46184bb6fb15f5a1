/** The schema version this build writes; raised by every step of the local database. */
export const schemaVersion = 5
