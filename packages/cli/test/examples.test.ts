import { examplesOf } from '@vanzelf/tooling/examples'

examplesOf(new URL('..', import.meta.url))
