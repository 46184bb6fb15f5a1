/** True of a number that a spreadsheet wrote as 7,32829E+13. */
export const isExponent = (text: string) => /^\d(?:[.,]\d+)?E\+?\d{1,2}$/i.test(text.replace(/\s/g, ''))
