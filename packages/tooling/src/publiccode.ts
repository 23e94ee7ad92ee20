import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { type Problem, repository } from './command.ts'

const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
const country = z.string().regex(/^[a-z]{2}$/)
const text = z.string().trim()
const dependency = z.strictObject({
  name: text,
  versionMin: text.optional(),
  versionMax: text.optional(),
  version: text.optional(),
  optional: z.boolean().optional(),
})

/** The keys of the publiccode.yml standard, version 0, that this repository uses; one it does not use is refused. */
const publiccode = z.strictObject({
  publiccodeYmlVersion: z.literal('0'),
  name: text,
  url: z.url(),
  landingURL: z.url().optional(),
  softwareVersion: text.optional(),
  releaseDate: z.iso.date().optional(),
  platforms: z.array(text).nonempty(),
  categories: z.array(z.string().regex(/^[a-z]+(-[a-z]+)*$/)).nonempty(),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.enum([
    'standalone/mobile',
    'standalone/iot',
    'standalone/desktop',
    'standalone/web',
    'standalone/backend',
    'standalone/other',
    'addon',
    'library',
    'configurationFiles',
  ]),
  intendedAudience: z
    .strictObject({
      countries: z.array(country).optional(),
      unsupportedCountries: z.array(country).optional(),
      scope: z.array(text).optional(),
    })
    .optional(),
  description: z
    .record(
      language,
      z.strictObject({
        localisedName: text.optional(),
        genericName: text.max(35).optional(),
        shortDescription: text.max(150),
        longDescription: text.min(150).max(10_000),
        documentation: z.url().optional(),
        apiDocumentation: z.url().optional(),
        features: z.array(text).nonempty(),
        screenshots: z.array(text).optional(),
      }),
    )
    .refine((languages) => Object.keys(languages).length > 0, 'at least one language is described'),
  legal: z.strictObject({ license: text, mainCopyrightOwner: text.optional() }),
  maintenance: z.strictObject({
    type: z.enum(['internal', 'contract', 'community', 'none']),
    contacts: z
      .array(z.strictObject({ name: text, email: z.email().optional(), affiliation: text.optional() }))
      .nonempty(),
  }),
  localisation: z.strictObject({ localisationReady: z.boolean(), availableLanguages: z.array(language).nonempty() }),
  dependsOn: z
    .strictObject({
      open: z.array(dependency).optional(),
      proprietary: z.array(dependency).optional(),
      hardware: z.array(dependency).optional(),
    })
    .optional(),
})

/** Where publiccode.yml departs from the standard. */
export function departuresOfPubliccode(): Problem {
  const read = publiccode.safeParse(parse(readFileSync(join(repository, 'publiccode.yml'), 'utf8')))
  return read.success ? undefined : z.prettifyError(read.error)
}
