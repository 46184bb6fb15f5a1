import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folders = ['src/i18n/fr', 'src/domain/records', 'src/domain/lists']

/** The inside of a string literal, as written in source, with the signs and spaces French asks for. */
const mended = (text: string) =>
  text
    .replaceAll('...', '…')
    .replace(/(\p{L})\\?'(?=\p{L})/gu, '$1’')
    .replace(/[ \u202f](?=[;!?»])/g, '\\u202f')
    .replace(/«[ \u202f]/g, '«\\u202f')
    .replace(/[ \u00a0]:/g, '\\u00a0:')
    .replace(/(\d)[ \u202f](?=\d{3}(?!\d))/g, '$1\\u202f')
    .replace(/(\d|\})[ \u00a0](?=[%€])/g, '$1\\u00a0')

const comment = /\/\*[\s\S]*?\*\/|\/\/.*/y
const path = /'\.{1,2}\/[^']*'/y
const quoted = /(['"])((?:\\.|(?!\1)[^\\\n])*)\1/y
/** From the opening of a template, or the end of a slot in it, to its closing or the next slot. */
const piece = /([`}])((?:\\.|[^`\\$]|\$(?!\{))*)(`|\$\{)/y

/** Source text with its string literals mended; comments and code are left as they are. */
export const withFrenchTypography = (source: string): string => {
  let [out, at] = ['', 0]
  const slots: number[] = []
  const match = (rule: RegExp) => {
    rule.lastIndex = at
    return rule.exec(source)
  }
  while (at < source.length) {
    const sign = source[at] ?? ''
    const depth = slots.at(-1)
    if (depth !== undefined && /[{}]/.test(sign)) slots.push((slots.pop() ?? 0) + (sign === '{' ? 1 : -1))
    const resumes = sign === '}' && slots.at(-1) === -1
    if (resumes) slots.pop()
    const text = match(quoted)
    const part = sign === '`' || resumes ? match(piece) : null
    const kept = match(comment) ?? match(path)
    if (part?.[3] === '${') slots.push(0)
    const [raw, after] = kept
      ? [kept[0], kept[0]]
      : text
        ? [text[0], `${text[1]}${mended(text[2] ?? '')}${text[1]}`]
        : part
          ? [part[0], `${part[1]}${mended(part[2] ?? '')}${part[3]}`]
          : [sign, sign]
    out += after
    at += raw.length
  }
  return out
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const folder of folders)
    for (const name of readdirSync(folder)) {
      const file = join(folder, name)
      const source = readFileSync(file, 'utf8')
      const after = withFrenchTypography(source)
      if (after !== source) writeFileSync(file, after)
    }
