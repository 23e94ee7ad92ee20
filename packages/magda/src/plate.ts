/** A plate as registers write it: capitals and digits, nothing between them. `undefined` of what cannot be one. */
export function plateOf(text: string): string | undefined {
  const plate = text.replace(/[\s.-]/g, '').toUpperCase()
  return /^[\p{Lu}\d]{1,10}$/u.test(plate) ? plate : undefined
}
