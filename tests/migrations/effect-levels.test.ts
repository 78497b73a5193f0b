import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queryOnce } from '../support/query.ts';
import { type RoundCase, roundCases } from '../support/round-cases.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
const releaseId = randomUUID();

/** Rows with nothing in them but what is compared: what else they need is not asked for. */
const set = (statement: string): string => `set session_replication_role = replica; set search_path = mattstock;
  ${statement}`;

function versionsOf(relations: RoundCase['relations']): { readonly before: string; readonly after: string } {
  const before = randomUUID();
  return { before, after: relations === undefined ? before : randomUUID() };
}

async function insertCase({ before, after, relations }: RoundCase, at: number): Promise<void> {
  const versions = versionsOf(relations);
  const answers = [
    { submission_id: randomUUID(), instrument_version_id: versions.before, score_profile: before },
    { submission_id: randomUUID(), instrument_version_id: versions.after, score_profile: after },
  ];
  const rows = {
    versions: [
      { instrument_version_id: versions.before, version_number: 1000 + 2 * at },
      ...(relations === undefined
        ? []
        : [
            {
              instrument_version_id: versions.after,
              version_number: 1001 + 2 * at,
              follows_version_id: versions.before,
            },
          ]),
    ],
    maps: Object.entries(relations ?? {}).map(([item_code, relation]) => ({
      instrument_version_id: versions.after,
      item_code,
      relation,
    })),
    answers: answers.map((answer) => ({ ...answer, firm_id: randomUUID(), response_id: randomUUID() })),
  };
  const json = JSON.stringify(rows).replaceAll("'", "''");
  await queryOnce(
    database.adminUrl,
    set(`with given as (select '${json}'::jsonb as rows),
      one as (
        insert into instrument_versions (instrument_version_id, instrument_code, version_number, status, definition,
            definition_sha256, published_at, follows_version_id)
          select v.instrument_version_id, 'cases', v.version_number, 'published', '{}', sha256(''), now(),
            v.follows_version_id
          from given, jsonb_to_recordset(rows -> 'versions')
            v (instrument_version_id uuid, version_number integer, follows_version_id uuid)
      ),
      two as (
        insert into instrument_item_maps
          select m.* from given, jsonb_to_recordset(rows -> 'maps')
            m (instrument_version_id uuid, item_code text, relation text)
      ),
      three as (
        insert into submissions (submission_id, firm_id, response_id, instrument_version_id, definition_sha256,
            catalogue_version_id, receipt_number, language, answers, profile, answered_items, scored_items,
            score_profile, routing)
          select s.submission_id, s.firm_id, s.response_id, s.instrument_version_id, sha256(''), gen_random_uuid(),
            s.submission_id::text, 'sv', '{}', '{}', 0, 0, s.score_profile, '{}'
          from given, jsonb_to_recordset(rows -> 'answers')
            s (submission_id uuid, firm_id uuid, response_id uuid, instrument_version_id uuid, score_profile jsonb)
      )
      insert into effect_firms
        values ('${releaseId}', ${at + 1}, '${answers[0]?.submission_id}', '${answers[1]?.submission_id}')`),
  );
}

beforeAll(async () => {
  database = await createTestDatabase();
  await queryOnce(
    database.adminUrl,
    set(`insert into releases (release_id, organisation_id, organisation_name, spec, is_simulated, steps, created_at)
      values ('${releaseId}', gen_random_uuid(), '{}', '{"kind": "effect", "measures": ["D1", "D2"]}', true, 3, now())`),
  );
  for (const [at, each] of roundCases.entries()) await insertCase(each, at);
});
afterAll(() => database.drop());

test.each(roundCases.map(({ name, levels }, at) => [name, levels, at + 1] as const))(
  'effects are counted so that %s',
  async (_name, levels, number) => {
    const rows = await queryOnce<{ measure: string; before: number; after: number }>(
      database.adminUrl,
      'select measure, before, after from mattstock.list_effect_levels($1) where number = $2 order by measure',
      [releaseId, number],
    );
    expect(rows).toEqual(
      Object.entries(levels).map(([measure, [before, after]]) => ({
        measure,
        before: 100 * before,
        after: 100 * after,
      })),
    );
  },
);
