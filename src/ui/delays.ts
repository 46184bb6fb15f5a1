/** After how many days one usually comes back to somebody. */
export const delays = [7, 15, 30]
