import { CAMPAIGN, city, DECIDED } from './city/city.ts'
import { decisions } from './decisions.ts'
import { type Options, optionsOf, usage } from './options.ts'
import { types } from './types/types.ts'

function asked(): Options | 'help' {
  try {
    return optionsOf(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.error(usage)
    process.exit(2)
  }
}

const options = asked()
if (options === 'help') console.log(usage)
else {
  if (options.parts.includes('decisions')) await decisions(options)
  if (options.parts.includes('types')) await types(options)
  if (options.parts.includes('city')) city(DECIDED, options)
  if (options.parts.includes('campaign')) city(CAMPAIGN, options)
}
