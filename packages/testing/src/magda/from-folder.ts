import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { elements, type Question } from './question.ts'
import { enveloped, escaped, exceptionOf } from './reply.ts'

/**
 * Answers from a folder of responses, `<domain>/<service>/<version>/<national number>.xml`, each the body of a SOAP
 * response. Who has no file gets `default.xml`, `success.xml` or `notfound.xml`, the first there is; so does who has
 * one of another income year. Of a search by address the file is
 * `<register>/<postcode>/<street>/<house>/<1 where only reference persons are asked, else 0>.xml`.
 */
export function fromFolder(folder: string): (question: Question) => Promise<string> {
  return async (question) => {
    for (const place of await placesOf(folder, question)) {
      const own = ownFileOf(question)
      for (const name of [own, 'default', 'success', 'notfound']) {
        const body = await readIfThere(join(place, `${name}.xml`))
        if (body !== undefined && isOfYear(body, question)) return enveloped(answering(body, question, name === own))
      }
    }
    return exceptionOf(question, { code: '30001', text: 'no responses for this service' })
  }
}

/** The file with the answer to a question, below the folder of the service. */
function ownFileOf({ number, address }: Question): string {
  if (!address) return number
  const { register, postcode, streetCode, houseNumber, onlyReferencePersons } = address
  return [register, postcode, streetCode, houseNumber, onlyReferencePersons ? '1' : '0'].join('/')
}

const isOfYear = (body: string, { year }: Question) =>
  year === undefined || (elements(body, 'Inkomensjaar')[0] ?? year) === year

/** The folders of a service: some keep people apart from organisations. */
async function placesOf(folder: string, question: Question): Promise<readonly string[]> {
  const { service, version } = question
  if (!/^(\d{11}|[A-Z]+(\/\w+){4})$/.test(ownFileOf(question)) || !/^\w+$/.test(service) || !/^[\d.]+$/.test(version))
    return []
  const domains = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  return domains.flatMap(({ name }) => {
    const place = join(folder, name, service, version)
    return [place, join(place, 'PERS')]
  })
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}

/** The recorded answer made one to this question: its reference, its statuses, and where it is nobody's its number. */
function answering(body: string, question: Question, isTheirs: boolean): string {
  const reference = escaped(question.reference)
  const referred = body.replace(/(<Antwoord>\s*<Referte[^>]*>)[^<]*/, `$1${reference}`)
  if (question.service !== 'GeefSociaalStatuut') return referred
  const numbered = isTheirs ? referred : referred.replace(/(<Persoon>\s*<INSZ>)[^<]*/, `$1${question.number}`)
  return numbered.replace(
    /(<SocialeStatuten>)([\s\S]*)(<\/SocialeStatuten>)/,
    (_, open: string, told: string, close: string) => {
      const recorded = elements(told, 'SociaalStatuut')
      const asked = question.statuses.map(
        ({ name }) => recorded.find((status) => elements(status, 'Naam')[0] === name) ?? doesNotApply(name),
      )
      return `${open}${asked.map((status) => `<SociaalStatuut>${status}</SociaalStatuut>`).join('')}${close}`
    },
  )
}

/** As the platform's own mock has it: a status that was not recorded does not apply. */
const doesNotApply = (name: string) =>
  `<Naam>${escaped(name)}</Naam><Resultaat><Code>0</Code><Omschrijving>Niet van toepassing</Omschrijving></Resultaat>`
