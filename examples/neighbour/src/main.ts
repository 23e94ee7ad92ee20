import { households } from './households.ts'
import { overview } from './overview.ts'

const ON = '2026-10-01'
const TITLE = `Exampleville on ${ON}. The municipality, its regulation, its figures and its people are made up.`

console.log([TITLE, '', ...overview(households, ON)].join('\n').trimEnd())
