import type { Field, FieldKind, StoredValues } from '../../domain/field.ts'
import { ChoiceInput, ChoicesInput, isShort, YesNoInput } from './choice-input.tsx'
import type { Face } from './face.ts'
import { LineInput, LongTextInput } from './line-input.tsx'
import { LinkInput, LinksInput } from './link-input.tsx'
import { MemberInput } from './member-input.tsx'
import { readings } from './readings.ts'
import {
  CheckedValue,
  ChoicesValue,
  ChoiceValue,
  DateValue,
  InstantValue,
  LinksValue,
  LongTextValue,
  MemberValue,
  MoneyValue,
  NumberValue,
  TagsValue,
  TextValue,
  YesNoValue,
} from './shown-value.tsx'
import { TagsInput } from './tags-input.tsx'

/** How each kind of field is typed in and shown. A new kind does not compile until it has its face. */
export const faces: { readonly [K in FieldKind]: Face<StoredValues[K]> } = {
  text: { ...readings.text, Input: LineInput, Value: TextValue },
  longText: { ...readings.longText, Input: LongTextInput, Value: LongTextValue },
  prose: { ...readings.prose, Input: LongTextInput, Value: LongTextValue },
  phone: { ...readings.phone, Input: LineInput, Value: CheckedValue },
  email: { ...readings.email, Input: LineInput, Value: CheckedValue },
  website: { ...readings.website, Input: LineInput, Value: TextValue },
  identifier: { ...readings.identifier, Input: LineInput, Value: CheckedValue },
  number: { ...readings.number, Input: LineInput, Value: NumberValue },
  money: { ...readings.money, Input: LineInput, Value: MoneyValue },
  date: { ...readings.date, Input: LineInput, Value: DateValue },
  instant: { ...readings.instant, Input: LineInput, Value: InstantValue },
  yesNo: { ...readings.yesNo, Input: YesNoInput, Value: YesNoValue },
  choice: { ...readings.choice, Input: ChoiceInput, Value: ChoiceValue, grouped: isShort },
  choices: { ...readings.choices, Input: ChoicesInput, Value: ChoicesValue, many: true, grouped: () => true },
  tags: { ...readings.tags, Input: TagsInput, Value: TagsValue, many: true },
  link: { ...readings.link, Input: LinkInput, Value: LinksValue },
  links: { ...readings.links, Input: LinksInput, Value: LinksValue, many: true },
  member: { ...readings.member, Input: MemberInput, Value: MemberValue },
}

export const faceOf = (field: Field): Face => faces[field.kind] as Face
