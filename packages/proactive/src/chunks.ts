/** Some items at a time, read as they are needed. */
export async function* chunks<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  size: number,
): AsyncGenerator<readonly Item[]> {
  let chunk: Item[] = []
  // A list at hand is not waited for item by item.
  if (Symbol.iterator in items) {
    for (const item of items) {
      if (chunk.push(item) < size) continue
      yield chunk
      chunk = []
    }
  } else {
    for await (const item of items) {
      if (chunk.push(item) < size) continue
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}
