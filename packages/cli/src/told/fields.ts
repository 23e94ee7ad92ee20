import type { IsoDate } from '@vanzelf/rules'
import { isDate } from '@vanzelf/rules/tree'
import { suggestion } from '../nearest.ts'
import { badFile } from '../written/bad-file.ts'
import type { Entry, WrittenMap } from '../written/written.ts'

/** Refuses what a part of a file may not say. */
export function checkFields(map: WrittenMap, what: string, fields: readonly string[]): void {
  for (const { key, place } of map.entries)
    if (!fields.includes(key)) badFile(place, `${what} has no \`${key}\``, suggestion(key, fields))
}

/** A text that has to say something. */
export function textField({ key, value, place }: Entry): string {
  if (value.kind === 'text' && value.text !== '') return value.text
  return badFile(place, `\`${key}\` is no text`, 'write one')
}

export function dateField(entry: Entry): IsoDate {
  const text = entry.value.kind === 'text' ? entry.value.text : ''
  if (isDate(text)) return text as IsoDate
  return badFile(entry.value.place, `\`${entry.key}\` is no date`, 'write a date that exists, as 2026-01-31')
}
