import type { IsoDate } from '@vanzelf/rules'
import * as z from 'zod'
import type { Service } from '../service.ts'
import { escaped, type Reader } from '../xml.ts'
import { day, number } from './shapes.ts'

/** The parts of a file that a fact may need; the rest of it is never asked. */
export type FilePart = 'handicapRecognitions' | 'socialCards'

export interface DisabilityQuestion {
  readonly number: string
  readonly on: IsoDate
  readonly parts: ReadonlySet<FilePart>
}

const status = z.object({ value: z.string().min(1), code: z.string().optional() })
const card = z.object({ category: z.string().min(1), delivered: day, last: day.optional() })
const recognition = z.object({
  status: z.object({ from: day, last: day.optional() }).optional(),
  decision: z.string().optional(),
  child: z.literal(true).optional(),
  adult: z
    .object({
      points: z
        .string()
        .regex(/^\d{1,2}$/)
        .optional(),
    })
    .optional(),
})

const shape = z.object({
  number: number.optional(),
  status,
  filtered: z.array(z.string()),
  source: z
    .object({
      status,
      cards: z.array(card).optional(),
      recognitions: z.array(recognition).optional(),
    })
    .optional(),
})

/** What the federal administration of disability has on file of a person, as far as it was asked. */
export type DisabilityFile = z.infer<typeof shape>
export type SocialCard = z.infer<typeof card>
export type Recognition = z.infer<typeof recognition>

/** A person's file on disability on a day: of the federal administration only, and only the parts that a fact needs. */
export const disabilityFile: Service<DisabilityQuestion, DisabilityFile> = {
  name: 'GeefDossierHandicap',
  version: '03.00.0000',
  namespace: 'http://magda.vlaanderen.be/soczek/soap/geefdossierhandicap/v03_00',
  enclosed: false,
  // "Answer with warning": the status in the content says which one, by source.
  restated: ['70001'],
  question: ({ number, on, parts }) =>
    `<Criteria><ConsultFilesByDateCriteria><ssin>${escaped(number)}</ssin><handicapAuthenticSources><DGPH>true</DGPH></handicapAuthenticSources><referenceDate>${on}</referenceDate>` +
    `<parts>${inOrder.map((part) => `<${part}>${parts.has(part)}</${part}>`).join('')}</parts><decisionStatus>true</decisionStatus></ConsultFilesByDateCriteria></Criteria>`,
  read: (content) =>
    content.one('ConsultFilesByDateResponse', (response) => ({
      number: response.text('ssin'),
      status: response.one('status', statusOf),
      filtered: response.each('dataFilters/filteredElement', (element) => element.text('.') ?? ''),
      source: response.one('results/dgphResult', (source) => ({
        status: source.one('status', statusOf),
        cards: source.one('file/socialCards', (cards) => cards.each('socialCard', cardOf)),
        recognitions: source.one('file/handicapRecognitions', (recognitions) =>
          recognitions.each('handicapRecognition', recognitionOf),
        ),
      })),
    })),
  shape,
}

const inOrder = ['handicapRecognitions', 'socialCards'] as const satisfies readonly FilePart[]

const statusOf = (status: Reader) => ({ value: status.text('value'), code: status.text('code') })

// A card has a number as well: no fact needs it, so it is not read.
const cardOf = (card: Reader) => ({
  category: card.text('cardCategory'),
  delivered: card.text('deliveryDate'),
  last: card.text('endDate'),
})

const recognitionOf = (recognition: Reader) => ({
  status: recognition.one('recognitionStatus', (status) => ({
    from: status.text('startDateRecognition'),
    last: status.text('endDateRecognition'),
  })),
  decision: recognition.text('decisionStatus'),
  child: recognition.one('resultRecognitionChild', () => true),
  adult: recognition.one('resultRecognitionAdult', (adult) => ({
    points: adult.text('diminuationIndependence/totalPoints'),
  })),
})
