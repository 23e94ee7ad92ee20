import { type Kysely, type Migration, type MigrationProvider, sql } from 'kysely'

/** The schema, step by step, by name in order of time: a step that was published is never changed. */
export const migrations = (schema: string): MigrationProvider => ({ getMigrations: async () => stepsOf(schema) })

const stepsOf = (schema: string) => ({
  '2026-11-24-first': stepOf(first(`"${schema}"`)),
  '2026-12-01-changes': stepOf(changes(`"${schema}"`)),
})

/** The tables that were only ever added to when the first step was made. */
const FIRST = ['ask', 'decision', 'grant_event', 'claim', 'hand_over', 'outcome', 'act']

const place = 'entry bigint not null, position integer not null, primary key (entry, position)'

function first(s: string): readonly string[] {
  return [
    `create table ${s}.entry (seq bigint primary key, at timestamptz not null, previous text not null,
      digests jsonb not null, hash text not null)`,
    `create table ${s}.ask (${place}, policy text not null, basis text not null, asker text not null,
      source text not null, fact text not null, time jsonb not null, asked text not null,
      subjects text[] not null, results text[] not null, check (cardinality(subjects) = cardinality(results)))`,
    `create index on ${s}.ask using gin (subjects)`,
    `create table ${s}.decision (${place}, campaign text, policy text not null, version text not null,
      subject text not null, "on" date not null,
      outcome text not null check (outcome in ('eligible', 'not eligible', 'undetermined')), ground text,
      benefit jsonb, recipient text, "from" date, until date, holders text[], quota jsonb,
      missing jsonb not null, about text[] not null)`,
    `create index on ${s}.decision (policy, subject, entry)`,
    `create index on ${s}.decision (campaign, subject)`,
    `create index on ${s}.decision using gin (about)`,
    `create index on ${s}.decision (policy, entry) where missing @> '[{"next": "needs a person"}]'`,
    `create table ${s}.grant_event (${place}, id text not null, revision integer not null,
      kind text not null check (kind in ('started', 'renewed', 'changed', 'suspended', 'resumed', 'ended', 'corrected')),
      state text not null check (state in ('in force', 'suspended', 'ended')),
      policy text not null, subject text not null, recipient text not null, benefit jsonb not null,
      "from" date not null, until date, follows text, by text not null, reason text,
      unique (id, revision), check (until is null or until >= "from"))`,
    `create index on ${s}.grant_event (policy, subject)`,
    `create index on ${s}.grant_event (policy, id, revision)`,
    `create index on ${s}.grant_event (subject)`,
    `create index on ${s}.grant_event (recipient)`,
    `create index on ${s}.grant_event (by, id)`,
    `create table ${s}.claim (${place}, policy text not null, per text not null, holder text not null,
      "from" date not null, ordinal integer not null, "grant" text not null,
      unique (policy, per, holder, "from", ordinal))`,
    `create index on ${s}.claim ("grant")`,
    `create table ${s}.hand_over (${place}, id text not null unique, "grant" text not null, channel text not null,
      action text not null check (action in ('deliver', 'withdraw')), payload jsonb not null)`,
    `create table ${s}.outcome (${place}, delivery text not null, outcome text not null, receipt text, why text)`,
    `create index on ${s}.outcome (delivery, entry, position)`,
    `create table ${s}.act (${place}, kind text not null, policy text, subject text, campaign text,
      by text not null, reason text, content jsonb)`,
    `create index on ${s}.act (kind, subject)`,
    `create index on ${s}.act (subject)`,
    `create index on ${s}.act (policy, kind)`,
    `create index on ${s}.act (campaign, kind)`,
    `create index on ${s}.act ((content->>'former')) where kind = 'replaced'`,
    ...FIRST.map((table) => belongsToEntry(s, table)),
    `create table ${s}.campaign (id text primary key, policy text not null, version text not null, "on" date not null,
      state text not null check (state in ('planning', 'running', 'to approve', 'stopped', 'done')),
      created timestamptz not null, options jsonb not null, reading integer not null default 0)`,
    `create table ${s}.batch (campaign text not null references ${s}.campaign, number integer not null,
      subjects text[] not null, state text not null default 'open' check (state in ('open', 'decided', 'done')),
      primary key (campaign, number))`,
    `create index on ${s}.batch (campaign, number) where state <> 'done'`,
    `create table ${s}.outbox (id text primary key references ${s}.hand_over (id), "grant" text not null, channel text not null,
      state text not null check (state in ('due', 'done', 'refused', 'prepared')), attempts integer not null,
      due timestamptz, entry bigint not null, position integer not null)`,
    `create index on ${s}.outbox (channel, entry, position) where state = 'due'`,
    `create index on ${s}.outbox ("grant", entry, position)`,
    `create table ${s}.rate (what text primary key, second bigint not null, taken integer not null, got integer not null)`,
    // A row as text that a later column, as long as it is null, does not change.
    `create function ${s}.text_of(r jsonb) returns text language sql immutable as $$
      select jsonb_object_agg(key, value)::text from jsonb_each(r) where value <> 'null' $$`,
    ...FIRST.map((table) => digestOf(s, table)),
    digestsOf(s, FIRST),
    `create function ${s}.hash_of(seq bigint, at timestamptz, previous text, digests jsonb) returns text
      language sql immutable as $$
      select encode(sha256(convert_to(concat_ws(E'\\n', seq, extract(epoch from at), previous, digests), 'UTF8')), 'hex') $$`,
    `create function ${s}.refuse() returns trigger language plpgsql as $$ begin
      if tg_op = 'DELETE' and tg_table_name in ('ask', 'decision')
        and current_setting('vanzelf.prunes', true) = tg_table_name then return old; end if;
      raise exception 'table % is only ever added to', tg_table_name; end $$`,
    ...['entry', ...FIRST].flatMap((table) => onlyAddedTo(s, table)),
  ]
}

/** What may be answered otherwise, as feeds tell it. An entry that holds none keeps the digests it has. */
function changes(s: string): readonly string[] {
  return [
    `create table ${s}.change (${place}, source text not null, message text not null, place integer not null,
      subjects text[] not null, facts text[] not null, "from" date,
      kind text not null check (kind in ('changed', 'cancelled')), cancels text, unique (source, message, place))`,
    belongsToEntry(s, 'change'),
    digestOf(s, 'change'),
    digestsOf(s, [...FIRST, 'change']),
    ...onlyAddedTo(s, 'change'),
  ]
}

const belongsToEntry = (s: string, table: string) =>
  `alter table ${s}.${table} add foreign key (entry) references ${s}.entry deferrable initially deferred`

const digestOf = (s: string, table: string) => `create function ${s}.digest_of_${table}(n bigint) returns text
  language sql stable as $$
    select encode(sha256(convert_to(string_agg(${s}.text_of(to_jsonb(t)), E'\\n' order by position), 'UTF8')), 'hex')
    from ${s}.${table} t where entry = n $$`

const digestsOf = (s: string, tables: readonly string[]) => `create or replace function ${s}.digests_of(n bigint)
  returns jsonb language sql stable as $$
    select jsonb_strip_nulls(jsonb_build_object(${tables.map((t) => `'${t}', ${s}.digest_of_${t}(n)`).join(', ')})) $$`

const onlyAddedTo = (s: string, table: string) => [
  `create trigger append_only before update or delete on ${s}.${table} for each row execute function ${s}.refuse()`,
  `create trigger never_emptied before truncate on ${s}.${table} execute function ${s}.refuse()`,
]

const stepOf = (statements: readonly string[]): Migration => ({
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
})

/** The names of all steps that this version knows, in their order. */
export const STEPS: readonly string[] = Object.keys(stepsOf(''))
