/** As what spans and measures of this package are told by. */
export const SCOPE = '@vanzelf/proactive'
