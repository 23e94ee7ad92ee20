import { examplesOf } from '../src/examples.ts'

examplesOf(new URL('..', import.meta.url))
