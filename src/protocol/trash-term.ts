/** How long a deleted row can be brought back from the trash, in ms. After it phones forget the row; the server does not. */
export const trashTerm = 90 * 24 * 3_600_000
