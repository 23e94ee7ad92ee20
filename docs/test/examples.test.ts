import { examplesOf } from '@vanzelf/tooling/examples'

examplesOf(new URL('..', import.meta.url), { pages: [new URL('../../README.md', import.meta.url)] })
