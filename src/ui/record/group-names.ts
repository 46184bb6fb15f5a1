import { type Group, groups } from '../../domain/field.ts'
import type { RecordType } from '../../domain/record.ts'
import type { Words } from '../../i18n/section.ts'

/** These names by group, in the order of the groups; empty groups are left out. */
export const byGroup = (type: RecordType, names: readonly string[]): [Group, string[]][] =>
  groups
    .map((group): [Group, string[]] => [group, names.filter((name) => type.fields[name]?.group === group)])
    .filter(([, some]) => some.length > 0)

type GroupWords = { groups: Record<Group, string>; groupsHere: Words }
/** The heading of a group, in the words of this record where it has its own. */
export const groupName = (words: GroupWords, table: string, group: Group): string => {
  const own = words.groupsHere[`${table}/${group}`]
  return typeof own === 'string' ? own : words.groups[group]
}
