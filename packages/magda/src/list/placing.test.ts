import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { allPlaced, forgotten, prepared } from './placing.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'placing-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('takes away what was placed when a later file cannot be', async () => {
  const [one, two] = [await prepared(folder, 'one', '1'), await prepared(folder, 'two', '2')]
  // Its name is free, as all of them are when they are looked at; placing it fails.
  rmSync(two.hidden)
  await expect(allPlaced([one, two])).rejects.toMatchObject({ code: 'file-not-writable', where: 'file `two`' })
  await forgotten(one)
  expect(readdirSync(folder)).toEqual([])
})

it('leaves what an earlier try placed when a later file cannot be', async () => {
  writeFileSync(join(folder, 'one'), '1')
  writeFileSync(join(folder, 'two'), 'another')
  const files = [await prepared(folder, 'one', '1'), await prepared(folder, 'two', '2')]
  await expect(allPlaced(files)).rejects.toMatchObject({ code: 'file-not-writable' })
  await Promise.all(files.map(forgotten))
  expect(readdirSync(folder)).toEqual(['one', 'two'])
})

it('prepares a file under a name of its own each time, for its owner alone', async () => {
  const one = await prepared(folder, 'one', '1')
  const again = await prepared(folder, 'one', '1')
  expect(again.hidden).not.toBe(one.hidden)
  expect(existsSync(one.hidden)).toBe(false)
  expect(statSync(again.hidden).mode & 0o777).toBe(0o600)
})

const isRoot = process.getuid?.() === 0
if (isRoot) console.warn('no folder is made that may not be listed: to this user all may be')

it.skipIf(isRoot)('prepares a file in a folder that it may not list', async () => {
  chmodSync(folder, 0o300)
  const file = await prepared(folder, 'one', '1')
  await allPlaced([file])
  await forgotten(file)
  chmodSync(folder, 0o700)
  expect(readdirSync(folder)).toEqual(['one'])
})
