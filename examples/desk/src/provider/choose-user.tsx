import { raw } from 'hono/html'
import type { DemoUser } from './demo-user.ts'

/** Instead of a password: who would you like to be? */
export function ChooseUser({ users, here }: { readonly users: readonly DemoUser[]; readonly here: URL }) {
  const as = (sub: string) => {
    const query = new URLSearchParams(here.search)
    query.set('as', sub)
    return `?${query}`
  }
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="nl">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Aanmelden (demo)</title>
          <link rel="stylesheet" href="/desk.css" />
        </head>
        <body>
          <main id="content">
            <p class="eyebrow">Identiteit van de demo</p>
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
          </main>
        </body>
      </html>
    </>
  )
}

const ROLES: { readonly [role: string]: string } = {
  clerk: 'loketmedewerker',
  reviewer: 'beoordelaar',
  officer: 'beleidsmedewerker',
  'data-protection-officer': 'functionaris voor gegevensbescherming',
  citizen: 'burger',
}
