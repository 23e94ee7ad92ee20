import { isDeepStrictEqual } from 'node:util'
import type { Campaign, Ledger } from '@vanzelf/ledger'
import {
  type GhentSocialAssistanceDiscountFacts,
  ghentSocialAssistanceDiscount,
} from '@vanzelf/policy-social-assistance-discount'
import { ghentUitpasReducedRate, type UitpasFacts } from '@vanzelf/policy-uitpas-reduced-rate'
import { ghentWasteBags, type WasteBagsFacts } from '@vanzelf/policy-waste-bags'
import {
  decideOne,
  decideReview,
  type GrantedOne,
  type GrantOneOptions,
  grantOne,
  type Lost,
  type Report,
  type ReviewPutIntoEffect,
  type ReviewSaid,
  runCampaign,
} from '@vanzelf/proactive'
import { type Fact, type IsoDate, january1, type Label, on, type Policy } from '@vanzelf/rules'
import type { Decision } from '@vanzelf/rules/evaluate'
import type { ConnectorsFor, SubjectId } from '@vanzelf/source'
import { householdMembers } from '@vanzelf/source-population-register'
import { bases } from './bases.ts'
import { ghentFamiliesPublished, ghentWasteBagsPublished, type Published } from './published.ts'

type Facts = UitpasFacts | WasteBagsFacts | GhentSocialAssistanceDiscountFacts

/** The registers that the rights of this desk ask. */
export type Connectors = ConnectorsFor<Facts>

/** On which registers, for whom and on which day something is decided. */
export interface Deciding {
  readonly ledger: Ledger
  readonly connectors: Connectors
  readonly on: IsoDate
  readonly asker: string
  readonly now: () => Date
}

/** A right that can be looked up, granted and run over everybody. */
export interface Right {
  /** What it goes by in forms and addresses. */
  readonly id: string
  readonly label: Label
  readonly policy: Policy
  /** Of whom it is decided. A child does not sign in: what a citizen says here is never about a right of children. */
  readonly decidedFor: 'everybody' | 'reference persons' | 'children'
  /**
   * What a clerk sees of the reason: the ground that holds; or, of a right that looks at a whole household, all grounds of
   * which one does, for which one would tell what a member of it has. Where a yes alone would tell that, a clerk cannot look
   * it up: `nothing`.
   */
  readonly tells: 'the ground' | 'all grounds' | 'nothing'
  /** How many people must say the same where a person decides. */
  readonly reviewers: 1 | 2
  /** On what legal basis each register is asked, in the languages of the desk. */
  readonly bases: { readonly [source: string]: Label }
  /** What a city told of granting this right by itself: stands beside the figures of a campaign. */
  readonly published?: Published
  readonly decide: (subject: SubjectId, deciding: Deciding) => Promise<Decision>
  readonly grant: (subject: SubjectId, by: string, deciding: Deciding) => Promise<GrantedOne | undefined>
  /** What one reviewer says; once as many agree as must, it takes effect. */
  readonly review: (said: ReviewSaid, deciding: Deciding) => Promise<ReviewPutIntoEffect>
  readonly campaign: (id: string, population: () => Iterable<SubjectId>, deciding: Deciding) => Promise<Report>
}

/** What was granted stands until it ends, as the card system has it. Of waste bags no article on it was seen. */
const LOST: Lost = { then: 'keep', law: 'working rule of this desk' }

/** On what terms a campaign of this desk takes effect. */
const TERMS = { takesEffect: { approvals: 1 }, lost: LOST } as const

/** Whether a campaign was begun here: another takes effect where it was begun, with its own approvals and channels. */
export const isOfDesk = ({ options }: Pick<Campaign, 'options'>): boolean => isDeepStrictEqual(options, TERMS)

interface Particular<Asks extends Fact> extends Pick<Right, 'id' | 'decidedFor' | 'tells' | 'reviewers' | 'published'> {
  readonly bases: { readonly [source in Asks['source']]: Label }
  readonly holders?: NonNullable<GrantOneOptions<Asks, 'person'>['holders']>
}

const rightOf = <Asks extends Facts>(
  policy: Policy<'person', Asks>,
  { holders, ...particular }: Particular<Asks>,
): Right => {
  const putting = (id: string, deciding: Deciding) => ({
    ...deciding,
    // A connector of more facts than a policy asks is one of those it asks, which a free type parameter cannot say.
    connectors: deciding.connectors as ConnectorsFor<Asks>,
    id,
    lost: LOST,
    ...(holders && { holders }),
  })
  return {
    ...particular,
    label: policy.label ?? { nl: policy.name, en: policy.name },
    policy,
    decide: async (subject, { asker, on: day, connectors }) =>
      (await decideOne(policy, subject, { asker, on: day, connectors: connectors as ConnectorsFor<Asks> })).decision,
    grant: (subject, by, deciding) => grantOne(policy, subject, putting(by, deciding)),
    review: (said, deciding) =>
      decideReview(policy, said, { ...putting('review', deciding), reviewers: particular.reviewers }),
    campaign: (id, population, deciding) => runCampaign(policy, { ...putting(id, deciding), ...TERMS, population }),
  }
}

/** Numbers of no schools, as the synthetic city has them. Those of Ghent's were not found: a city has its own list. */
const SCHOOLS = ['990001', '990002', '990003', '990004'] as const

/** The rights of this desk: add a city's own here. */
export const rights: readonly Right[] = [
  rightOf(ghentUitpasReducedRate, {
    id: 'uitpas',
    decidedFor: 'everybody',
    tells: 'the ground',
    reviewers: 1,
    bases,
  }),
  rightOf(ghentWasteBags, {
    id: 'waste-bags',
    decidedFor: 'reference persons',
    tells: 'all grounds',
    reviewers: 2,
    bases,
    published: ghentWasteBagsPublished,
    holders: { household: on(january1, householdMembers) },
  }),
  // Its only ground is that somebody at home has a living wage. Whoever bills the family is told, and needs no clerk.
  rightOf(ghentSocialAssistanceDiscount({ schools: SCHOOLS }), {
    id: 'social-rate',
    decidedFor: 'children',
    tells: 'nothing',
    reviewers: 2,
    bases,
    published: ghentFamiliesPublished,
  }),
]

/** What a clerk can look up. */
export const rightsAtCounter = rights.filter(({ tells }) => tells !== 'nothing')

/** What citizens can object to, or opt out of, in their own name. */
export const rightsOfCitizens = rights.filter(({ decidedFor }) => decidedFor !== 'children')

/** The right of an id or of the name of its policy; undefined of another. */
export const rightNamed = (name: string | undefined, among = rights): Right | undefined =>
  among.find(({ id, policy }) => id === name || policy.name === name)
