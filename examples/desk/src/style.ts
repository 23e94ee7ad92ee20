import { readFileSync } from 'node:fs'

/** The one style sheet. Read once: it does not change while the desk runs. */
export const css = readFileSync(new URL('../public/desk.css', import.meta.url), 'utf8')
