// Letters are given when the text is complete, in the order in which a reader meets them.
const MARK = /\uE000(\d+)\uE001/g

/** Holds the place of a letter. */
export const mark = (number: number): string => `\uE000${number}\uE001`

/** The text with its letters: a, b … z, aa, ab … */
export function lettered(text: string): string {
  const order = new Map<string, string>()
  return text.replace(MARK, (_, number: string) => {
    const letter = order.get(number) ?? letterOf(order.size)
    order.set(number, letter)
    return letter
  })
}

function letterOf(index: number): string {
  const last = String.fromCharCode('a'.charCodeAt(0) + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}
