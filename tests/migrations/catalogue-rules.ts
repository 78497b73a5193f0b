import type pg from 'pg';
import { reviewedFunctions } from './reviewed-functions.ts';

/** Tables without a word about a firm or a person: what is published to everybody. */
const publicTables = [
  'catalogue_imports',
  'catalogue_versions',
  'content_imports',
  'instrument_item_maps',
  'instrument_version_items',
  'instrument_versions',
];

/** Roles that see every row of a table, and why nothing narrower would do. */
const unboundPolicies: Readonly<Record<string, string>> = {
  mattstock_owner: 'runs the reviewed functions, and has no login',
  mattstock_identity: 'finds out who somebody is, before there is anybody to limit it to',
  mattstock_worker: 'works through everything there is to send and to clear away',
};
/** Rows that anybody may see. */
const openTables = ['organisations'];

type Rule = { readonly name: string; readonly sql: string };

const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');

/** Tables of ours; `t.oid`, `t.relname`. */
const tables = `pg_class t where t.relnamespace = 'mattstock'::regnamespace and t.relkind in ('r', 'p')`;
const guarded = `${tables} and t.relname not in (${quoted(publicTables)})`;
const hasFirm = (table: string) =>
  `exists (select 1 from pg_attribute f where f.attrelid = ${table} and f.attname = 'firm_id' and not f.attisdropped)`;
const roles = `(select oid, rolname from pg_roles where rolname like 'mattstock\\_%' and rolname not in ('mattstock_owner', 'mattstock_login')) r`;

/** Each finds what breaks it, as one column `finding`. */
const rules: readonly Rule[] = [
  {
    name: 'a table has row-level security on and forced',
    sql: `select t.relname as finding from ${guarded} and not (t.relrowsecurity and t.relforcerowsecurity)`,
  },
  {
    name: 'a table belongs to the owner',
    sql: `select t.relname as finding from ${tables} and t.relowner <> 'mattstock_owner'::regrole`,
  },
  {
    name: 'a role with a right on a table has a policy for it',
    sql: `select t.relname || ' ' || r.rolname || ' ' || c.command as finding
      from pg_class t, ${roles}, (values ('SELECT', 'r'), ('INSERT', 'a'), ('UPDATE', 'w'), ('DELETE', 'd')) c (command, letter)
      where t.relnamespace = 'mattstock'::regnamespace and t.relkind in ('r', 'p') and t.relrowsecurity
        and (has_table_privilege(r.oid, t.oid, c.command)
          or (c.command <> 'DELETE' and has_any_column_privilege(r.oid, t.oid, c.command)))
        and not exists (
          select 1 from pg_policy p where p.polrelid = t.oid and p.polpermissive and r.oid = any (p.polroles)
            and p.polcmd in ('*', c.letter::"char"))`,
  },
  {
    name: 'no policy is for everybody',
    sql: `select tablename || ' ' || policyname as finding from pg_policies
      where schemaname = 'mattstock' and roles = '{public}'`,
  },
  {
    name: 'where one role has several policies on a firm, a wall holds them together',
    sql: `select t.relname || ' ' || r.rolname || ' ' || c.command as finding
      from pg_class t, ${roles}, (values ('r'), ('a'), ('w'), ('d')) c (command)
      where t.relnamespace = 'mattstock'::regnamespace and t.relkind in ('r', 'p') and ${hasFirm('t.oid')}
        and (select count(*) from pg_policy p where p.polrelid = t.oid and p.polpermissive and r.oid = any (p.polroles)
          and p.polcmd in ('*', c.command::"char")) > 1
        and not exists (select 1 from pg_policy p where p.polrelid = t.oid and not p.polpermissive
          and r.oid = any (p.polroles) and p.polcmd in ('*', c.command::"char"))`,
  },
  {
    name: 'only who must sees every row',
    sql: `select tablename || ' ' || policyname as finding from pg_policies
      where schemaname = 'mattstock' and permissive = 'PERMISSIVE' and coalesce(qual, with_check) = 'true'
        and tablename not in (${quoted(openTables)})
        and not (roles <@ array[${quoted(Object.keys(unboundPolicies))}]::name[])`,
  },
  {
    name: 'a view has the rights of who asks, and nothing is a copy',
    sql: `select relname as finding from pg_class where relnamespace = 'mattstock'::regnamespace
      and (relkind = 'm' or (relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)))`,
  },
  {
    name: 'a foreign key between tables of firms carries the firm',
    sql: `select k.conname as finding from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'mattstock'::regnamespace and ${hasFirm('k.confrelid')}
        and not exists (
          select 1 from unnest(k.conkey, k.confkey) u (own, other)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.own and a.attname = 'firm_id'
          join pg_attribute b on b.attrelid = k.confrelid and b.attnum = u.other and b.attname = 'firm_id')`,
  },
  {
    name: 'a table that points into a firm is of the firm',
    sql: `select k.conname as finding from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'mattstock'::regnamespace and ${hasFirm('k.confrelid')}
        and not ${hasFirm('k.conrelid')}`,
  },
  {
    name: 'what is unique across firms is nothing that anybody could know',
    sql: `select i.indexrelid::regclass::text as finding from pg_index i
      where i.indisunique and not i.indisprimary
        and i.indrelid in (select t.oid from ${tables}) and ${hasFirm('i.indrelid')}
        and not exists (
          select 1 from unnest(i.indkey::smallint[]) k (attnum)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
          where a.atttypid in ('uuid'::regtype, 'bytea'::regtype))`,
  },
  {
    name: 'nobody moves a row to another firm, or to another person',
    sql: `select t.relname || ' ' || r.rolname as finding
      from pg_class t join pg_attribute f on f.attrelid = t.oid and f.attname in ('firm_id', 'person_id'), ${roles}
      where t.relnamespace = 'mattstock'::regnamespace and t.relkind in ('r', 'p')
        and has_column_privilege(r.oid, t.oid, f.attnum, 'UPDATE')`,
  },
  {
    name: 'nobody may truncate, refer or set triggers',
    sql: `select t.relname || ' ' || r.rolname as finding from pg_class t, ${roles}
      where t.relnamespace = 'mattstock'::regnamespace and t.relkind in ('r', 'p')
        and (has_table_privilege(r.oid, t.oid, 'TRUNCATE') or has_table_privilege(r.oid, t.oid, 'TRIGGER')
          or has_table_privilege(r.oid, t.oid, 'REFERENCES'))`,
  },
  {
    name: 'the statistics role sees releases, what the regions write, and whom they invite, only',
    sql: `select t.relname as finding from ${tables}
      and t.relname not in ('releases', 'release_cells', 'release_verifications', 'region_entries', 'organisations', 'populations',
        'campaigns', 'campaign_firms', 'campaign_former_firms', 'contact_opt_outs', 'provider_contacts', 'instrument_versions')
      and has_any_column_privilege('mattstock_statistics', t.oid, 'SELECT')`,
  },
  {
    name: 'the statistics role reads nothing of an invited firm that answering changes',
    sql: `select a.attname as finding from pg_attribute a
      where a.attrelid = 'mattstock.campaign_firms'::regclass and a.attnum > 0 and not a.attisdropped
        and a.attname in ('begun_at', 'finished_at', 'reminded_for', 'reminded_at', 'bounced_mail_id', 'opt_out_id')
        and has_column_privilege('mattstock_statistics', a.attrelid, a.attnum, 'SELECT')`,
  },
  {
    name: 'a function pins its search path',
    sql: `select proname as finding from pg_proc where pronamespace = 'mattstock'::regnamespace
      and (proconfig is null or not proconfig::text ~ 'search_path')`,
  },
  {
    name: "a function with the owner's rights is for somebody in particular",
    sql: `select proname as finding from pg_proc p where pronamespace = 'mattstock'::regnamespace and prosecdef
      and has_function_privilege('public', p.oid, 'execute')`,
  },
  {
    name: 'a policy asks a stable function, and once for the statement',
    // Anything else is asked for every row: a thousand times slower, and open to being asked in another order.
    sql: `select p.tablename || ' ' || p.policyname || ' ' || f.proname as finding
      from pg_policies p, pg_proc f
      where p.schemaname = 'mattstock' and f.pronamespace = 'mattstock'::regnamespace
        and coalesce(p.qual, '') || ' ' || coalesce(p.with_check, '') ~ ('\\m' || f.proname || '\\(')
        and (f.provolatile = 'v'
          or regexp_replace(coalesce(p.qual, '') || ' ' || coalesce(p.with_check, ''),
            'SELECT ' || f.proname || '\\(', '', 'g') ~ ('\\m' || f.proname || '\\('))`,
  },
  {
    name: 'no role of the product passes row-level security or signs in',
    sql: `select rolname as finding from pg_roles
      where rolname like 'mattstock\\_%' and rolname <> 'mattstock_login' and (rolsuper or rolbypassrls or rolcanlogin)`,
  },
];

/** Functions with the owner's rights whose text nobody has looked at, as `name fingerprint`. */
async function unreviewedFunctions(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; fingerprint: string }>(
    `select proname as name, left(md5(prosrc), 8) as fingerprint from pg_proc
     where pronamespace = 'mattstock'::regnamespace and prosecdef order by 1`,
  );
  return rows
    .filter(({ name, fingerprint }) => reviewedFunctions[name]?.fingerprint !== fingerprint)
    .map(({ name, fingerprint }) => `${name} ${fingerprint}`);
}

/** What the schema as it stands breaks, as `rule: finding`. */
export async function findBreaches(client: pg.ClientBase): Promise<string[]> {
  const breaches: string[] = [];
  for (const { name, sql } of rules) {
    const { rows } = await client.query<{ finding: string }>(`select finding from (${sql}) found order by 1`);
    breaches.push(...rows.map(({ finding }) => `${name}: ${finding}`));
  }
  const unreviewed = await unreviewedFunctions(client);
  return [...breaches, ...unreviewed.map((found) => `a function with the owner's rights has been reviewed: ${found}`)];
}
