import { type Described, type Fact, fact, type Label, type Stands, type ValueType } from '@vanzelf/rules'

/** Whether a declaration stands by itself, or somebody at the city has seen evidence of it. */
export type DeclarationStatus = 'stated' | 'evidenced'

/** What may be declared: anything but a relation, for a citizen names no subjects that a source knows. */
export type DeclaredType = Exclude<ValueType, { readonly type: 'one' | 'those' }>

/** What somebody states of a subject, whether or not there is evidence. */
export interface Stated<Name extends string, About extends string, Value>
  extends Fact<'declaration', Name, About, Value, 'date'> {}
/** Whether there is evidence of what somebody states. */
export interface StatusOf<Name extends string, About extends string>
  extends Fact<'declaration', `${Name}Status`, About, DeclarationStatus, 'date'> {}
/** What somebody states of a subject, as far as there is evidence: without evidence it is not known. */
export interface Evidenced<Name extends string, About extends string, Value>
  extends Fact<'declaration', `evidenced${Capitalize<Name>}`, About, Value, 'date'> {}

/** One declaration, as the three facts that a rule may ask of it. */
export interface Declared<Name extends string, About extends string, Value> {
  readonly stated: Stands<Stated<Name, About, Value>>
  readonly status: Stands<StatusOf<Name, About>>
  readonly evidenced: Stands<Evidenced<Name, About, Value>>
}

/**
 * What a citizen may be asked to state, as facts: `stated` takes the citizen's word; `evidenced` is the same value once
 * there is evidence, and until then it is **not known**, never a no, so that a rule waits for the evidence instead of
 * refusing; `status` says which of both it is, for a regulation that speaks of the evidence itself. They are called
 * after `name`: for `rent` they are `rent`, `rentStatus` and `evidencedRent`.
 *
 * Ask a citizen for nothing that an authentic source knows: declare what only the citizen can tell.
 * @param definition `value` as for any fact, but no relation
 * @throws {DefinitionError} `bad-name` when a name is empty or not allowed as a property
 * @example
 * ```ts
 * import { atLeast, euro, unknown } from '@vanzelf/rules'
 * import { evaluate } from '@vanzelf/rules/evaluate'
 *
 * const rent = declared({
 *   name: 'rent',
 *   about: 'person',
 *   value: { type: 'money', least: 0 },
 *   label: { nl: 'huurprijs', en: 'rent' },
 * })
 * const merelyStated = { rent: euro(800), rentStatus: 'stated', evidencedRent: unknown('not found') } as const
 * evaluate(atLeast(rent.stated, euro(750)), merelyStated) // => true
 * evaluate(atLeast(rent.evidenced, euro(750)), merelyStated) // => { unknown: 'not found' }
 * ```
 */
export function declared<const Name extends string, const About extends string, const Type extends DeclaredType>({
  name,
  about,
  value,
  label,
}: {
  readonly name: Name
  readonly about: About
  readonly value: Type
  readonly label: Label
}): Declared<Name, About, Described<Type>> {
  const shared = { source: 'declaration', about, when: ['date'] } as const
  const facts = {
    stated: fact({ ...shared, name, value, label: worded(label, STATED) }),
    status: fact({
      ...shared,
      name: `${name}Status`,
      value: { type: 'text', among: ['stated', 'evidenced'] },
      label: worded(label, STATUS),
    }),
    evidenced: fact({
      ...shared,
      name: `evidenced${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      value,
      label: worded(label, EVIDENCED),
    }),
  }
  // The names are put together above as the interfaces put together their types.
  return Object.freeze(facts) as unknown as Declared<Name, About, Described<Type>>
}

const STATED = { nl: 'volgens verklaring', en: 'as stated', fr: 'selon la déclaration', de: 'laut Erklärung' }
const EVIDENCED = { nl: 'met bewijs', en: 'with evidence', fr: 'preuve à l’appui', de: 'mit Nachweis' }
const STATUS = {
  nl: 'verklaard of bewezen',
  en: 'stated or evidenced',
  fr: 'déclaré ou prouvé',
  de: 'erklärt oder nachgewiesen',
}

/** In the languages of the author's label: `huurprijs (met bewijs)`. */
function worded(label: Label, addition: Required<Label>): Label {
  return {
    nl: `${label.nl} (${addition.nl})`,
    en: `${label.en} (${addition.en})`,
    ...(label.fr !== undefined && { fr: `${label.fr} (${addition.fr})` }),
    ...(label.de !== undefined && { de: `${label.de} (${addition.de})` }),
  }
}
