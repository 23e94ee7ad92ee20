import { definePackage } from '@vanzelf/tooling/tsup'

export default definePackage()
