import type { DemoUser } from './demo-user.ts'
import { ProviderPage } from './provider-page.tsx'

/** Instead of a password: who would you like to be? */
export function ChooseUser({ users, here }: { readonly users: readonly DemoUser[]; readonly here: URL }) {
  const as = (sub: string) => {
    const query = new URLSearchParams(here.search)
    query.set('as', sub)
    return `?${query}`
  }
  return (
    <ProviderPage title="Aanmelden">
      <h1>Wie bent u?</h1>
      <p>Dit is een aanmelddienst voor de demo. Niemand hiervan bestaat.</p>
      <ul class="choices">
        {users.map(({ sub, name, role }) => (
          <li>
            <a class="choice" href={as(sub)}>
              <strong>{name}</strong> <span>{ROLES[role] ?? role}</span>
            </a>
          </li>
        ))}
      </ul>
    </ProviderPage>
  )
}

const ROLES: { readonly [role: string]: string } = {
  clerk: 'loketmedewerker',
  reviewer: 'beoordelaar',
  officer: 'beleidsmedewerker',
  'data-protection-officer': 'functionaris voor gegevensbescherming',
  citizen: 'burger',
}
