/**
 * Only a server that starts brings a database up to its schema: a command that came with an update and runs before it would
 * shut the old server out. `version`: where the database is, 0 when it is new; `newest`: where this code is.
 * @throws when they differ and may not be made one.
 */
export const refuseVersion = (version: number, newest: number, mayClimb: boolean): void => {
  if (version > newest)
    throw new Error(`elle est d’une version plus récente (${version}) que ce code (${newest}), rien n’a été changé`)
  if (version > 0 && version < newest && !mayClimb)
    throw new Error(
      `elle est d’une version antérieure (${version}) à ce code (${newest}) : démarrez d’abord le serveur, ou reprenez le code d’avant`,
    )
}
