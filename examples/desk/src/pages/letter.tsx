import type { Letter } from '@vanzelf/delivery/letters'
import type { Screen } from '../environment.ts'
import { Page } from './page.tsx'

interface LetterPageProps {
  readonly screen: Screen
  readonly made: Letter
  readonly back: string
}

/** A letter as a page: what is around it stays on the screen when it is printed. */
export function LetterPage({ screen, made, back }: LetterPageProps) {
  const { say, date } = screen.voice
  return (
    <Page screen={screen} title={say('letterTitle')}>
      <div class="screen-only">
        <p class="notice">{say('letterHint')}</p>
        {made.unverified.length > 0 && (
          <p class="notice">{say('letterUnverified', { what: made.unverified.join(', ') })}</p>
        )}
        <p>
          <a href={back}>{say('back')}</a>
        </p>
      </div>
      <div class="card letter">
        <p lang="nl">
          <strong>{made.authority}</strong>
        </p>
        <address>
          {made.address.map((line) => (
            <p>{line}</p>
          ))}
        </address>
        <p>
          <time datetime={made.sent}>{date(made.sent)}</time>
        </p>
        {made.texts.map(({ language, title, sections }) => (
          <article lang={language}>
            <h2>{title}</h2>
            {sections.map(({ heading, sentences }) => (
              <section>
                <h3>{heading}</h3>
                {sentences.map(({ text }) => (
                  <p>{text}</p>
                ))}
              </section>
            ))}
          </article>
        ))}
      </div>
    </Page>
  )
}
