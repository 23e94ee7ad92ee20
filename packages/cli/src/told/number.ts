/**
 * A number as people write it, with a point or a comma before its decimals. More decimals than there may be are refused:
 * in `12.500` the point most likely stands between thousands.
 */
export function numberIn(text: string, mostDecimals: number): number | undefined {
  const [number, decimals = ''] = /^-?\d+(?:[.,](\d+))?$/.exec(text) ?? []
  return number === undefined || decimals.length > mostDecimals ? undefined : Number(number.replace(',', '.'))
}
