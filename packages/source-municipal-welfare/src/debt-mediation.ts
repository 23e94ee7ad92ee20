import { type Fact, fact } from '@vanzelf/rules'

export interface DebtMediation
  extends Fact<'municipal-welfare', 'debtMediation', 'person', boolean, 'date' | 'period'> {}

/**
 * Whether the welfare centre has a file on debt mediation or collective debt settlement of a person: its own, or a
 * certificate somebody brought. A "no" is about its files: a lawyer or notary may mediate without the centre knowing.
 */
export const debtMediation = fact<DebtMediation>({
  source: 'municipal-welfare',
  name: 'debtMediation',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
  label: {
    nl: 'schuldbemiddeling of collectieve schuldenregeling',
    en: 'debt mediation or collective debt settlement',
    fr: 'médiation de dettes ou règlement collectif de dettes',
    de: 'Schuldenvermittlung oder kollektive Schuldenregelung',
  },
})
