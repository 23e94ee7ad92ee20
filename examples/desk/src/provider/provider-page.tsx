import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

/** What the pages of the demo's provider have in common. */
export function ProviderPage({ title, children }: { readonly title: string; readonly children: Child }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="nl">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} (demo)`}</title>
          <link rel="stylesheet" href="/desk.css" />
        </head>
        <body>
          <main id="content">
            <p class="eyebrow">Identiteit van de demo</p>
            {children}
          </main>
        </body>
      </html>
    </>
  )
}
