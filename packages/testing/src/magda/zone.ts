import { elements, type Question } from './question.ts'
import { answerOf, exceptionOf } from './reply.ts'

interface Exemption {
  readonly place: string
  readonly source: string
  readonly reference: string
  /** Reason and period, as they came. */
  readonly content: string
}

/** A register of exemptions from low-emission zones, as long as the server runs. Each request speaks of one vehicle. */
export function zone(): (question: Question) => string | undefined {
  let exemptions: readonly Exemption[] = []
  let count = 0
  return (question) => {
    const asked = elements(question.envelope, 'Vraag')[0] ?? ''
    const [plate, country, source] = ['Nummerplaat', 'LandISOCode', 'Bron'].map(
      (name) => elements(asked, name)[0] ?? '',
    )
    const place = `<Nummerplaat>${plate}</Nummerplaat><LandISOCode>${country}</LandISOCode>`
    const named = elements(asked, 'Vrijstelling')
    switch (question.service) {
      case 'GeefLEZGegevens': {
        const there = exemptions.filter((exemption) => exemption.place === place)
        if (there.length === 0) return exceptionOf(question, { code: '30001' })
        return answerOf(
          question,
          `<LEZGegevens>${place}<Vrijstellingen>${there.map(written).join('')}</Vrijstellingen></LEZGegevens>`,
        )
      }
      case 'RegistreerLEZGegevens':
        exemptions = [
          ...exemptions,
          ...named.map((content) => {
            count += 1
            return { place, source: source ?? '', reference: `lez-${count}`, content }
          }),
        ]
        return answerOf(question, '<Resultaat Beschrijving="OK">1</Resultaat>')
      case 'VerwijderLEZGegevens': {
        const references = named.map((exemption) => elements(exemption, 'Referte')[0])
        const left = exemptions.filter(
          (exemption) =>
            !(exemption.place === place && exemption.source === source && references.includes(exemption.reference)),
        )
        const areAllThere = exemptions.length - left.length === references.length
        if (areAllThere) exemptions = left
        return answerOf(question, `<Resultaat>${areAllThere ? 1 : 0}</Resultaat>`)
      }
      default:
        return undefined
    }
  }
}

const written = ({ source, reference, content }: Exemption) =>
  `<Vrijstelling>${content}<DatumTijdstipToevoegingLEZ>2026-01-01T12:00:00</DatumTijdstipToevoegingLEZ><Bron>${source}</Bron><Referte>${reference}</Referte></Vrijstelling>`
