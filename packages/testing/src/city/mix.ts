/** Two numbers mixed into one of 32 bits: the same two, the same one, and near ones far apart. */
export function mix(left: number, right: number): number {
  let mixed = Math.imul(left ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(right ^ (right >>> 16), 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** A text as one number of 32 bits. */
export function mixText(seed: number, text: string): number {
  let mixed = seed ^ 0x811c9dc5
  for (let index = 0; index < text.length; index++) mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x01000193)
  return mix(mixed, text.length)
}
