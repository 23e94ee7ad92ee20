import { open, rename, rm } from 'node:fs/promises'

/** Writes a file whole or not at all: beside it first, then renamed. Only its owner may read it. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.part`
  try {
    const file = await open(beside, 'w', 0o600)
    try {
      await file.writeFile(content)
      // A rename may outlive a power cut that the bytes did not.
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
