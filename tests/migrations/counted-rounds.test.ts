import { expect, test } from 'vitest';
import { withEarlierDatabase } from '../support/earlier-database.ts';
import { queryOnce } from '../support/query.ts';

const firm = '00000000-0000-4000-8000-000000000001';
const idOf = (day: number) => `'10000000-0000-4000-8000-${String(day).padStart(12, '0')}'`;
const at = (day: number) => `'2025-01-01'::timestamptz + interval '${day} days'`;

/** Opened on one day and submitted on another, as if it had gone on from what was opened on a third. */
const opened = (day: number, submitted: number, continues?: number): string => `
  insert into mattstock.assessments (assessment_id, firm_id, instrument_version_id, form_code, round, profile, created_at)
  values (${idOf(day)}, '${firm}', gen_random_uuid(), 'snabbkoll', 0, '{}', ${at(day)});
  insert into mattstock.responses (response_id, firm_id, assessment_id, instrument_version_id, language, started_at,
    continues_response_id, continues_form_code)
  values (${idOf(day)}, '${firm}', ${idOf(day)}, gen_random_uuid(), 'sv', ${at(day)},
    ${continues === undefined ? 'null, null' : `${idOf(continues)}, 'snabbkoll'`});
  insert into mattstock.submissions (submission_id, firm_id, response_id, instrument_version_id, definition_sha256,
    catalogue_version_id, receipt_number, language, answers, profile, answered_items, scored_items, score_profile, routing,
    submitted_at)
  values (${idOf(day)}, '${firm}', ${idOf(day)}, gen_random_uuid(), decode(repeat('00', 32), 'hex'), gen_random_uuid(),
    '${day}', 'sv', '{}', '{}', 0, 0, '{}', '{}', ${at(submitted)});`;

const roundsIn = async (adminUrl: string) => {
  const rows = await queryOnce<{ day: string; round: number }>(
    adminUrl,
    `select a.created_at::date - '2025-01-01'::date as day, a.round from mattstock.assessments a order by a.created_at`,
  );
  return rows.map(({ day, round }) => [Number(day), round]);
};

const fill = (adminUrl: string, responses: readonly string[]) =>
  queryOnce(
    adminUrl,
    `set session_replication_role = 'replica';
     insert into mattstock.firms (firm_id, name) values ('${firm}', 'Smedjan');
     ${responses.join('')}`,
  );

// Opened on days 100 and 101 a quarter after day 0, both are of one round, though neither had been submitted when the other was
// opened. Day 120 goes on from day 0. Day 150 comes 48 days after the last submission, day 300 150 days.
test('what was opened before rounds were told apart is of the round it would have been of by its opening', async () => {
  await withEarlierDatabase('0069', async (adminUrl, bringUpToDate) => {
    await fill(adminUrl, [
      opened(0, 0),
      opened(100, 102),
      opened(101, 102),
      opened(120, 121, 0),
      opened(150, 151),
      opened(300, 301),
    ]);
    await bringUpToDate('0070');

    expect(await roundsIn(adminUrl)).toEqual([
      [0, 0],
      [100, 1],
      [101, 1],
      [120, 0],
      [150, 1],
      [300, 2],
    ]);
  });
});

// Day 3 is opened in the first round and submitted in the second, which begins on day 100, at the same moment as what was
// opened on day 99. Day 80 is of the first, 80 days after its first. Day 190 is 90 days after the first of the second, though 5 after the
// last; day 120 goes on from day 0, and begins nothing.
test('what was submitted before rounds were settled at submission is of the round it would have been of then', async () => {
  await withEarlierDatabase('0071', async (adminUrl, bringUpToDate) => {
    await fill(adminUrl, [
      opened(0, 0),
      opened(3, 100),
      opened(79, 80),
      opened(99, 100),
      opened(110, 185),
      opened(120, 121, 0),
      opened(189, 190),
    ]);
    await bringUpToDate('0072');

    expect(await roundsIn(adminUrl)).toEqual([
      [0, 0],
      [3, 1],
      [79, 0],
      [99, 1],
      [110, 1],
      [120, 0],
      [189, 2],
    ]);
  });
});
