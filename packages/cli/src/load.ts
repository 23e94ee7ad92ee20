import { register as registerCommonJs } from 'tsx/cjs/api'
import { register } from 'tsx/esm/api'

/** Loads a module of the user's, TypeScript included, beside this program: both hold the same copy of the packages. */
export async function load(url: string): Promise<unknown> {
  // For as long as the process lives: a configuration may import more when its connectors are made. Without the first, a
  // configuration in TypeScript does not load in a CommonJS project.
  registerCommonJs()
  register()
  return import(url)
}
