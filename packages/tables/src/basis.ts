import { RefusedError } from '@vanzelf/rules'
import type { Batch } from '@vanzelf/source'

/** @throws {RefusedError} `no-legal-basis` when the purpose names none */
export function refuseWithoutBasis({ fact, purpose }: Batch): void {
  if (purpose.basis.trim()) return
  throw new RefusedError({
    code: 'no-legal-basis',
    what: `fact \`${fact.name}\` of source \`${fact.source}\` may not be asked: no legal basis is named for it`,
    where: `policy \`${purpose.policy}\``,
    todo: 'give the purpose its `basis`',
  })
}
