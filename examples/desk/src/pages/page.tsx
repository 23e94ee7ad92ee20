import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Screen } from '../environment.ts'
import { languages, ownNames } from '../texts/voice.ts'

interface PageProps {
  readonly screen: Screen
  readonly title: string
  readonly children?: Child
}

/** What all pages have in common: no script, no style but the one sheet. */
export function Page({ screen, title, children }: PageProps) {
  const { voice, session } = screen
  const { say, language } = voice
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} · ${say('desk')}`}</title>
          <link rel="stylesheet" href="/desk.css" />
        </head>
        <body>
          <a class="skip" href="#content">
            {say('skip')}
          </a>
          <header class="bar">
            <a class="brand" href="/">
              {say('desk')}
            </a>
            {session && (
              <div class="who">
                <span>
                  {session.user.name} · {say(`role_${session.user.role}`)}
                </span>
                <form method="post" action="/sign-out">
                  <Token screen={screen} />
                  <button type="submit" class="quiet">
                    {say('signOut')}
                  </button>
                </form>
              </div>
            )}
          </header>
          <main id="content" tabindex={-1}>
            <h1>{title}</h1>
            {children}
          </main>
          <footer>
            <nav aria-label={say('language')}>
              <ul class="languages">
                {languages.map((one) => (
                  <li>
                    <a href={`?lang=${one}`} lang={one} {...(one === language && { 'aria-current': 'true' })}>
                      {ownNames[one]}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </footer>
        </body>
      </html>
    </>
  )
}

/** Stands in every form. */
export function Token({ screen }: Pick<PageProps, 'screen'>) {
  return <input type="hidden" name="token" value={screen.session?.token ?? ''} />
}
