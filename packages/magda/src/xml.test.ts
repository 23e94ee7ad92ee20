import { expect, it } from 'vitest'
import { escaped, Misfit, readXml } from './xml.ts'

it('escapes what would be markup, and replaces what XML cannot hold', async () => {
  const text = `<a b="c">&'\u0001\uD800é😀`
  const read = await readXml(`<x y="${escaped(text)}">${escaped(text)}</x>`, {}, (x) => [x.text('/x'), x.text('/x/@y')])
  expect(read).toEqual([`<a b="c">&'��é😀`, `<a b="c">&'��é😀`])
})

it('reads by namespace, whatever the prefix', async () => {
  const xml = '<q:a xmlns:q="urn:a"><b> 1 </b><b xmlns="urn:b">2</b><c/></q:a>'
  expect(await readXml(xml, { p: 'urn:a' }, (x) => [x.text('/p:a/b'), x.text('/p:a/c'), x.text('/a')])).toEqual([
    '1',
    undefined,
    undefined,
  ])
})

it.each([
  ['a document type', '<!DOCTYPE a><a/>'],
  ['what is not XML', '<a><b>85673003459</a>'],
  ['an element twice', '<a><b/><b/></a>'],
])('does not read %s, and does not repeat it', async (_, xml) => {
  const reading = readXml(xml, {}, (x) => x.text('/a/b'))
  await expect(reading).rejects.toBeInstanceOf(Misfit)
  await expect(reading).rejects.not.toMatchObject({ message: expect.stringMatching(/\d/) })
})
