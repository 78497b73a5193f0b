import pg from 'pg';
import {
  allowLongStatements,
  collectRelease,
  freezeInsiders,
  listInsiders,
  listTallies,
} from '#server/features/releases/build-repository.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { EmbeddedPostgres } from '#server/platform/embedded-postgres/start.ts';
import { loadLinearSolver } from '#server/platform/solver/linear-solver.ts';
import { attributesFor, kindsOfMunicipalities, releaseBreakdowns } from '#shared/domain/benchmark/choices.ts';
import { makeRelease } from '#shared/domain/benchmark/make-release.ts';
import { choiceUnitsOf } from '#shared/domain/benchmark/measure-code.ts';
import { namesOf } from '#shared/domain/benchmark/names.ts';
import type { ReleaseSpec } from '#shared/domain/benchmark/release.ts';
import { bundle, definition, say } from './firms.ts';

const sizes = [10_000, 100_000, 1_000_000];
const dimensions = definition.structure.dimensions.map(({ code }) => code);
const some = dimensions.slice(0, 8);
/** All levels, and of everything else as much as a release may have. */
const measures = [
  ...dimensions,
  ...some.flatMap((code) => [`${code}.importance`, `${code}.wish`, `gap.${code}`]),
  'collaboration.large-firm',
  'collaboration.foreign-partner',
  'women.all',
  'firms',
];
const attributes = attributesFor(releaseBreakdowns);
const valuesOf = (code: string) => attributes.find((attribute) => attribute.code === code)?.values;

export const releaseSpec: ReleaseSpec = {
  name: { sv: 'Mätning', en: 'Measurement' },
  from: '2024-01-01',
  until: '2026-01-01',
  population: 'all',
  isSimulated: false,
  measures,
  units: choiceUnitsOf(measures, definition.structure),
  municipalities: kindsOfMunicipalities(bundle.firmProfileOptions.municipalities),
  attributes: attributes.map(({ code, values }) => ({ code, values: [...values] })),
  breakdowns: releaseBreakdowns.map((codes) => [...codes]),
  names: namesOf({ measures, attributes }, { definition, profile: bundle.firmProfileOptions }),
  rules: bundle.disclosure,
};

/** Firms with one submission and all its scores, straight into the tables: what is measured is the release. */
export async function fillForRelease(client: pg.Client, from: number, until: number): Promise<void> {
  await client.query(`set session_replication_role = 'replica'`);
  await client.query(
    `insert into mattstock.firms (firm_id, organisation_number, name)
     select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, null, 'Firma ' || n
     from generate_series($1::int, $2::int - 1) n`,
    [from, until],
  );
  await client.query(
    `insert into mattstock.consents (consent_id, firm_id, purpose, provider_code, wording_version, language, given_at)
     select gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'statistics', 'regions',
       'statistics-' || 1 + (n % 5 > 0)::int, 'sv', now()
     from generate_series($1::int, $2::int - 1) n`,
    [from, until],
  );
  await client.query(
    `insert into mattstock.submissions (submission_id, firm_id, response_id, instrument_version_id, definition_sha256,
       catalogue_version_id, receipt_number, language, answers, profile, answered_items, scored_items, score_profile,
       routing, submitted_at)
     select ('10000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
       ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, gen_random_uuid(), gen_random_uuid(),
       decode(repeat('00', 32), 'hex'), gen_random_uuid(), n::text, 'sv',
       (select jsonb_object_agg(d.code || k.item, jsonb_build_object('value', jsonb_build_object('state', 'choice',
           'choice', k.choices[1 + abs(hashtext(n || d.code || k.item)) % cardinality(k.choices)])))
         from unnest($5::text[]) d (code), (values ('.importance', array['none', 'little', 'some', 'much', 'decisive']),
           ('.wish', array['no', 'later', 'yes'])) k (item, choices)),
       jsonb_build_object('municipality', (array['1780', '2080', '2180', '1784', '2062', '2184', '1785', '2029', '2161'])[1 + abs(hashint4(n)) % 9],
         'branch', ($3::text[])[1 + abs(hashint4(n + 1000000)) % cardinality($3::text[])],
         'sizeClass', ($4::text[])[1 + abs(hashint4(n + 5000000)) % cardinality($4::text[])],
         'collaborationPartners', jsonb_build_array((array['none', 'large-firm', 'foreign-partner'])[1 + n % 3]),
         'womenPercent', n % 60),
       0, 0, '{}', '{}', '2025-01-01'::timestamptz + make_interval(secs => n % 30000000)
     from generate_series($1::int, $2::int - 1) n`,
    [from, until, valuesOf('branch'), valuesOf('size'), dimensions],
  );
  await client.query(
    `insert into mattstock.scores (firm_id, submission_id, dimension_code, rules_version, status, level, range_lowest,
       range_highest, answered_weight, applicable_weight)
     select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
       ('10000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, d.code, 'r', 'scored', d.level, d.level, d.level,
       1, 1
     from generate_series($1::int, $2::int - 1) n,
       lateral (select c.code, round((0 * n + 4 * (0.5 + 0.3 * (random() + random() + random() - 1.5)))::numeric, 2)
           ::double precision as level
         from unnest($3::text[]) c (code)) d`,
    [from, until, dimensions],
  );
  await client.query(
    `insert into mattstock.need_gaps (firm_id, submission_id, dimension_code, reason)
     select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
       ('10000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, c, '{}'
     from generate_series($1::int, $2::int - 1) n, unnest($3::text[]) c
     where abs(hashtext(n || c)) % 6 = 0`,
    [from, until, dimensions],
  );
  await client.query(`set session_replication_role = 'origin'`);
  await client.query(
    'vacuum analyze mattstock.submissions, mattstock.scores, mattstock.need_gaps, mattstock.firms, mattstock.consents',
  );
}

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const startedMs = performance.now();
  return [await work(), (performance.now() - startedMs) / 1000];
};

/** What the owner of the tables asks for one division, unprotected: numbers and means, and the quartiles. */
async function bare(client: pg.Client): Promise<{ readonly means: number; readonly quartiles: number }> {
  const ask = (figures: string) =>
    timed(() =>
      client.query(
        `select o.dimension_code, s.profile ->> 'branch', ${figures}
         from mattstock.submissions s join mattstock.scores o on o.submission_id = s.submission_id
         group by 1, 2`,
      ),
    );
  const [, means] = await ask('count(*), avg(o.level)');
  const [, quartiles] = await ask('percentile_cont(array[0.25, 0.5, 0.75]) within group (order by o.level)');
  return { means, quartiles };
}

type Measured = {
  readonly size: number;
  readonly counted: number;
  readonly read: number;
  readonly made: number;
};

/** By how much each part grew from one size to the next. */
const growthOf = (before: Measured, after: Measured): string => {
  const times = (part: 'counted' | 'read' | 'made') => (after[part] / before[part]).toFixed(1);
  return (
    `from ${before.size} to ${after.size} assessments (${after.size / before.size} times): counting ${times('counted')} ` +
    `times, reading ${times('read')} times, protecting ${times('made')} times`
  );
};

/** How long a release takes, for more and more simulated answers, beside the bare aggregation and the bare quartiles. */
export async function measureRelease({ applicationUrl, adminUrl }: EmbeddedPostgres): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  const pool = new pg.Pool({ connectionString: applicationUrl, max: 2, pipeline: true });
  await client.connect();
  client.on('error', () => undefined);
  const solver = await loadLinearSolver();
  let filled = 0;
  let before: Measured | undefined;
  for (const size of sizes) {
    await fillForRelease(client, filled, size);
    filled = size;
    const releaseId = crypto.randomUUID();
    await client.query(
      `insert into mattstock.releases (release_id, organisation_id, organisation_name, spec, is_simulated, steps, created_at)
       select $1, organisation_id, name, $2, false, 1, now() from mattstock.organisations where kind = 'region' limit 1`,
      [releaseId, JSON.stringify(releaseSpec)],
    );
    const [[input, read], both] = await timed(() =>
      inTransaction({ pool }, { surface: 'worker' }, async (tx) => {
        await allowLongStatements(tx);
        await collectRelease(tx, releaseId);
        await freezeInsiders(tx, releaseId);
        return timed(async () => ({
          spec: releaseSpec,
          tallies: await listTallies(tx, releaseId),
          insiders: await listInsiders(tx, releaseId),
          earlier: [],
          standings: [],
        }));
      }),
    );
    const cpuBefore = process.cpuUsage();
    const [release, made] = await timed(async () => makeRelease(input, solver, () => undefined));
    const cpu = process.cpuUsage(cpuBefore);
    const { means, quartiles } = await bare(client);
    const [nowMb, mostMb] = [process.memoryUsage().rss / 1e6, process.resourceUsage().maxRSS / 1e3];
    const beside = (seconds: number) =>
      `${seconds.toFixed(1)} s (${(seconds / means).toFixed(1)} times the bare aggregation of one table, ` +
      `${(seconds / quartiles).toFixed(1)} times its bare quartiles)`;
    const measured: Measured = { size, counted: both - read, read, made };
    say(
      `release of ${size} simulated assessments, ${measures.length} measures, ${releaseBreakdowns.length} tables: ` +
        `written down which are counted in ${beside(measured.counted)}, values read in ${beside(read)}, ` +
        `${input.tallies.reduce((sum, { values }) => sum + values.length, 0)} tallies; protected and attacked (${release.report.attacked} sums, ` +
        `${release.report.findings.length} findings) in ${made.toFixed(1)} s (${((cpu.user + cpu.system) / 1e6).toFixed(1)} s of processor time); bare aggregation ${means.toFixed(1)} s, ` +
        `bare quartiles ${quartiles.toFixed(1)} s; process ${nowMb.toFixed(0)} MB, at most ${mostMb.toFixed(0)} MB so far`,
    );
    if (before !== undefined) say(growthOf(before, measured));
    before = measured;
  }
  await pool.end();
  await client.end();
}
