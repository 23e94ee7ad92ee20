import { expressionToJson } from '@vanzelf/rules/json'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { everyKind } from '../../test/every-kind.ts'
import { SCHEMA } from './document.ts'
import { expression, kinds, policyDocument } from './schema.ts'

const registry = z.registry<{ readonly id: string; readonly title?: string }>()
registry.add(expression, { id: 'expression' })
for (const [kind, schema] of Object.entries(kinds)) registry.add(schema, { id: kind })

const { $schema, ...rest } = z.toJSONSchema(policyDocument, { metadata: registry })
const published = { $schema, $id: SCHEMA, title: 'A Vanzelf policy, version 1', ...rest }

it('is published as it is: `npx vitest run -u packages/rules/src/json` writes it anew', async () => {
  await expect(`${JSON.stringify(published, null, 2)}\n`).toMatchFileSnapshot('../../schema/policy-1.schema.json')
})

it('accepts what is written, and nothing else', () => {
  const reread = z.fromJSONSchema({
    ...published,
    $ref: '#/$defs/expression',
    type: undefined,
    properties: undefined,
  } as never)
  for (const one of Object.values(everyKind)) {
    const { expression } = expressionToJson(one)
    expect(reread.safeParse(expression).success).toBe(true)
    expect(reread.safeParse({ ...expression, more: 1 }).success).toBe(false)
  }
})
