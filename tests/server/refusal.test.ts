import { expect, test } from 'vitest'
import { schemaOfField } from '../../src/domain/schema.ts'
import { anyLine, LINE } from '../../src/server/refusal.ts'

test.each([...anyLine])('a line is right for a %s whatever it says, as its schema has it', (kind) => {
  const schema = schemaOfField({ kind, label: '', group: 'main', optional: true })
  for (const line of ['', 'x'.repeat(LINE), 'deux\nlignes', '2026-13-45', '\ud800'])
    expect(schema.safeParse(line).success).toBe(true)
})
