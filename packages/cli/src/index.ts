export { type Config, defineConfig } from './config/define-config.ts'
export type { LanguageCode } from './languages.ts'
