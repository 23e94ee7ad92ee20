import { describe, expect, it } from 'vitest'
import type { Load } from '../contender.ts'
import type { Work } from '../work/work.ts'
import { type Letter, works } from '../work/works.ts'
import { engineNames, engines } from './contenders.ts'

const RECORDS = 120
const letters = Object.keys(works) as readonly Letter[]

describe.each(engineNames)('%s', (engine) => {
  it.each([0, 0.1])('decides as the hand-written functions do, with %d of the facts unknown', async (unknownShare) => {
    for (const { name, single, many } of await engines[engine]()) {
      for (const letter of letters) {
        const work = works[letter] as unknown as Work<never>
        const records = work.population(RECORDS, unknownShare)
        const expected = records.map((record) => work.decide(record))
        for (const load of [single?.[letter], many?.[letter]] as readonly (Load<never> | undefined)[]) {
          if (load) expect(Array.from(await load(records).answers()), `${name}, ${letter}`).toEqual(expected)
        }
      }
    }
  })
})
