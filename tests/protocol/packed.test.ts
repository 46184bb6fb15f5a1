import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Form, packed, unpacked } from '../../src/protocol/packed.ts'
import { packedReply, packedRequest, type SyncReply, type SyncRequest } from '../../src/protocol/sync-message.ts'

const travelled = (form: Form, message: object): unknown =>
  unpacked(form, JSON.parse(JSON.stringify(packed(form, message as Record<string, unknown>))))

/** As they were first sent: phones and servers of then go on sending them so, and reading them. */
const landed: [what: string, Form, SyncRequest | SyncReply, text: string][] = [
  ['a request that only asks', packedRequest, { p: 1, rid: 'k3f9ab', cursor: 12, epoch: 'e1' }, '[1,"k3f9ab",12,"e1"]'],
  ['a first request', packedRequest, { p: 1, rid: 'k3f9ab', cursor: 0 }, '[1,"k3f9ab",0]'],
  [
    'a request of one field',
    packedRequest,
    {
      ...{ p: 1, rid: 'k3f9ab', cursor: 12, epoch: 'e1' },
      changes: [
        { n: 7, id: 'aB3dE6gH9j', schema: 3, table: 'people', row: 'r1', base: 9, at: 5, fields: { name: 'Zoé' } },
      ],
    },
    '[1,"k3f9ab",12,"e1",[[7,"aB3dE6gH9j",3,"people","r1",9,5,{"name":"Zoé"}]]]',
  ],
  [
    'a request with what seldom is',
    packedRequest,
    {
      ...{ p: 1, rid: 'k3f9ab', cursor: 12, since: 3, limit: 50, gone: 6 },
      changes: [
        {
          ...{
            n: 7,
            id: 'aB3dE6gH9j',
            schema: 3,
            table: 'people',
            row: 'r1',
            base: 9,
            at: 5,
            fields: { tags: { add: ['a'] } },
          },
          ...{ offset: -2_000, heard: { by: 'm1', at: 4, beside: true } },
        },
      ],
    },
    '[1,"k3f9ab",12,null,[[7,"aB3dE6gH9j",3,"people","r1",9,5,{"tags":{"add":["a"]}},{"offset":-2000,"heard":{"by":"m1","at":4,"beside":true}}]],{"since":3,"limit":50,"gone":6}]',
  ],
  ['a reply without news', packedReply, { p: 1, rid: 'k3f9ab', now: 8, acked: 7, cursor: 13 }, '[1,"k3f9ab",8,7,13]'],
  [
    'a reply with news',
    packedReply,
    {
      ...{ p: 1, rid: 'k3f9ab', now: 8, acked: 0, cursor: 13, epoch: 'e2', left: 4, refused: [{ n: 7, code: 'held' }] },
      rows: [
        { table: 'people', row: 'r1', seq: 13, by: 'm1', at: 5, fields: { name: null } },
        { table: 'people', row: 'r2', seq: 13, by: 'm1', at: 5, fields: {}, born: { by: 'm2', at: 4 } },
      ],
    },
    '[1,"k3f9ab",8,0,13,[["people","r1",13,"m1",5,{"name":null}],["people","r2",13,"m1",5,{},{"born":{"by":"m2","at":4}}]],{"epoch":"e2","left":4,"refused":[{"n":7,"code":"held"}]}]',
  ],
]
test.each(landed)('%s is written as it was from the first', (_, form, message, text) => {
  expect(JSON.stringify(packed(form, message))).toBe(text)
  expect(unpacked(form, JSON.parse(text))).toEqual(message)
})

const text = fc.string({ maxLength: 5 })
const number = fc.integer()
const stamp = fc.record({ by: text, at: number })
const said = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.constant(null),
  fc.record({ text }),
  fc.record({ add: fc.array(text) }),
)
const fields = fc.dictionary(fc.constantFrom('name', 'tags', 'row', '__proto__', 'constructor'), said)
const [changeMust, newsMust, requestMust, replyMust] = [
  { n: number, id: text, schema: number, table: text, row: text, base: number, at: number, fields },
  { table: text, row: text, seq: number, by: text, at: number, fields },
  { p: fc.constant(1), rid: text, cursor: number },
  { p: fc.constant(1), rid: text, now: number, acked: number, cursor: number },
]
const withMaybe = <M extends object>(must: M, maybe: object) =>
  fc.record({ ...must, ...maybe } as never, { requiredKeys: Object.keys(must) as never[] }) as fc.Arbitrary<object>
const ofLater = { ofALaterBuild: fc.jsonValue() }
const change = withMaybe(changeMust, { offset: number, heard: stamp, ...ofLater })
const news = withMaybe(newsMust, { born: stamp, texts: fields, versions: fields, ...ofLater })
const request = withMaybe(requestMust, {
  ...{ epoch: text, since: number, whole: fc.boolean(), limit: number, gone: number, digest: number, ...ofLater },
  changes: fc.array(change, { maxLength: 3 }),
})
const refused = fc.array(fc.record({ n: number, code: text }), { maxLength: 2 })
const reply = withMaybe(replyMust, {
  ...{ epoch: text, lost: fc.array(fc.tuple(number, number)), refused, held: number, digest: text, left: number },
  ...{ rows: fc.array(news, { maxLength: 3 }), ...ofLater },
})

describe('whatever is said', () => {
  test.each([
    ['request', packedRequest, request],
    ['reply', packedReply, reply],
  ])('a %s comes out of its places as it went in, whatever it leaves out', (_, form, messages) => {
    fc.assert(
      fc.property(messages, (message) => {
        expect(travelled(form, message)).toEqual(JSON.parse(JSON.stringify(message)))
      }),
    )
  })

  test('a value that is not there takes no room', () => {
    expect(packed(packedRequest, { p: 1, rid: 'r', cursor: 0, epoch: undefined, gone: undefined })).toEqual([1, 'r', 0])
  })
})

test.each([
  ['an object', { p: 1, rid: 'r', cursor: 0 }],
  ['nothing', null],
  ['a text', 'r'],
  ['too many values', [1, 'r', 0, 'e', [], {}, {}]],
  ['a list where all else is', [1, 'r', 0, 'e', [], []]],
  ['a text where all else is', [1, 'r', 0, 'e', [], 'gone']],
  ['null where all else is', [1, 'r', 0, 'e', [], null]],
  ['a value that has a place told beside it', [1, 'r', 0, 'e', [], { cursor: 9 }]],
  ['a value that has a place told only beside it', [1, 'r', null, 'e', [], { cursor: 9 }]],
  ['a prototype beside it', [1, 'r', 0, 'e', [], JSON.parse('{"__proto__":{"whole":true}}')]],
  ['changes that are no list', [1, 'r', 0, 'e', { length: 1 }]],
  ['a change that is none', [1, 'r', 0, 'e', [7]]],
  ['a change by its names', [1, 'r', 0, 'e', [{ n: 1, id: 'x' }]]],
  ['a change of too many values', [1, 'r', 0, 'e', [[1, 'x', 3, 't', 'r', 0, 0, {}, {}, {}]]]],
  ['a change with a prototype', [1, 'r', 0, 'e', [[1, 'x', 3, 't', 'r', 0, 0, {}, JSON.parse('{"__proto__":1}')]]]],
])('%s is no packed request', (_, body) => {
  expect(unpacked(packedRequest, body)).toBeUndefined()
})

test('a name of every object is a name like any other, and makes nothing of what it is told', () => {
  const given = unpacked(packedRequest, [1, 'r', 0, 'e', [], JSON.parse('{"constructor":1,"toString":2}')])
  expect(given).toEqual({ p: 1, rid: 'r', cursor: 0, epoch: 'e', changes: [], constructor: 1, toString: 2 })
  expect(Object.getPrototypeOf(given)).toBe(Object.prototype)
})
