import type { Ledger } from '@vanzelf/ledger'
import { ghentUitpasReducedRate, type UitpasFacts } from '@vanzelf/policy-uitpas-reduced-rate'
import { ghentWasteBags, type WasteBagsFacts } from '@vanzelf/policy-waste-bags'
import type { GrantedOne, Report } from '@vanzelf/proactive'
import { decideOne, type GrantOneOptions, grantOne, type Lost, runCampaign } from '@vanzelf/proactive'
import { type Fact, type IsoDate, january1, type Label, on, type Policy } from '@vanzelf/rules'
import type { Decision } from '@vanzelf/rules/evaluate'
import type { ConnectorsFor, SubjectId } from '@vanzelf/source'
import { householdMembers } from '@vanzelf/source-population-register'

/** The registers that the rights of this desk ask. */
export type Connectors = ConnectorsFor<UitpasFacts | WasteBagsFacts>

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
  /**
   * What a clerk sees of the reason: the ground that holds; or, of a right that looks at a whole household, all grounds of
   * which one does, for which one would tell what a member of it has.
   */
  readonly tells: 'the ground' | 'all grounds'
  readonly decide: (subject: SubjectId, deciding: Deciding) => Promise<Decision>
  readonly grant: (subject: SubjectId, by: string, deciding: Deciding) => Promise<GrantedOne | undefined>
  readonly campaign: (id: string, population: () => Iterable<SubjectId>, deciding: Deciding) => Promise<Report>
}

/** What was granted stands until it ends, as the card system has it. Of waste bags no article on it was seen. */
const LOST: Lost = { then: 'keep', law: 'working rule of this desk' }

interface Particular<Asks extends Fact> extends Pick<Right, 'id' | 'tells'> {
  readonly holders?: NonNullable<GrantOneOptions<Asks, 'person'>['holders']>
}

const rightOf = <Asks extends UitpasFacts | WasteBagsFacts>(
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
    campaign: (id, population, deciding) =>
      runCampaign(policy, { ...putting(id, deciding), population, takesEffect: { approvals: 1 } }),
  }
}

/** The rights of this desk: add a city's own here. */
export const rights: readonly Right[] = [
  rightOf(ghentUitpasReducedRate, {
    id: 'uitpas',
    tells: 'the ground',
  }),
  rightOf(ghentWasteBags, {
    id: 'waste-bags',
    tells: 'all grounds',
    holders: { household: on(january1, householdMembers) },
  }),
]

/** The right of an id or of the name of its policy; undefined of another. */
export const rightNamed = (name: string | undefined): Right | undefined =>
  rights.find(({ id, policy }) => id === name || policy.name === name)
