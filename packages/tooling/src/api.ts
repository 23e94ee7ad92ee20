import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { surfaceOf } from './public-surface.ts'
import { published } from './published.ts'

for (const one of published()) writeFileSync(join(one.folder, 'api.md'), surfaceOf(one))
