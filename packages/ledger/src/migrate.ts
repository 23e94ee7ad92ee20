import { Migrator, sql } from 'kysely'
import type { Database } from './database/database.ts'
import { ledgerNewer } from './errors.ts'
import { migrations, STEPS } from './migrations.ts'

/** Makes the tables of a ledger, or updates them. */
export async function migrate({ db, schema }: Database): Promise<void> {
  await checkNotNewer({ db, schema })
  const migrator = new Migrator({ db, provider: migrations(schema), migrationTableSchema: schema })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** A newer program made steps that this one does not know: what it would write might not be what they promise. */
export async function checkNotNewer({ db, schema }: Pick<Database, 'db' | 'schema'>): Promise<void> {
  const { rows: tables } =
    await sql`select from pg_tables where schemaname = ${schema} and tablename = 'kysely_migration'`.execute(db)
  if (tables.length === 0) return
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.id(schema, 'kysely_migration')} order by name`.execute(db)
  const unknown = rows.map(({ name }) => name).filter((name) => !STEPS.includes(name))
  if (unknown.length > 0) throw ledgerNewer(unknown)
}
