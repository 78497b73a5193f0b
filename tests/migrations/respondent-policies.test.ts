import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '#server/platform/identifier.ts';
import { level, saveAll } from '../support/answering.ts';
import { startFirmsApp } from '../support/firms.ts';
import { type Signed, signedInAs, signedInMember } from '../support/people.ts';
import { type Lead, makeWallLink, newColleague, newLead, newOwnerLead, submit } from '../support/respondents.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

/* What the database itself tells of those who answer together, whatever the application on top of it asks for. */

let site: TestApp;
let application: pg.Client;

beforeAll(async () => {
  site = await startFirmsApp();
  application = new pg.Client({ connectionString: site.database.applicationUrl });
  await application.connect();
});
afterAll(async () => {
  await application.end();
  await site.close();
});

type Presented = { readonly key?: string; readonly session?: string; readonly responseId?: string };
type Surface = 'app' | 'member' | 'advisor' | 'coordination' | 'statistics';
type Run = (sql: string, values?: readonly unknown[]) => Promise<string>;

/** What became of a statement: its rows, or that there is no right to it. */
const outcomeOf: Run = async (sql, values = []) => {
  await application.query('savepoint attempt');
  return application.query(sql, [...values]).then(
    ({ rowCount }) => `${rowCount} rows`,
    async ({ code, constraint }: { code?: string; constraint?: string }) => {
      await application.query('rollback to attempt');
      return constraint ?? (code === '42501' ? 'no right' : `fault ${code}`);
    },
  );
};

/** One transaction as the application makes them, which is rolled back. */
async function within<T>(
  surface: Surface,
  { key, session, responseId = '' }: Presented,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  await application.query('begin');
  await application.query(
    `select set_config('role', 'mattstock_' || $1, true), set_config('search_path', 'mattstock', true),
       set_config('mattstock.access_key', $2, true), set_config('mattstock.session_key', $3, true),
       set_config('mattstock.response_id', $4, true)`,
    [surface, key === undefined ? '' : sha256Hex(key), session === undefined ? '' : sha256Hex(session), responseId],
  );
  try {
    return await work(outcomeOf);
  } finally {
    await application.query('rollback');
  }
}

const keyOf = (visitor: Visitor): string => visitor.cookies[0]?.value ?? '';
const sessionOf = ({ sessionSecret }: Pick<Signed, 'sessionSecret'>) => ({ session: sessionSecret });

const tables = [
  'respondents',
  'respondent_links',
  'agreements',
  'responses',
  'answers',
  'answer_events',
  'firms',
  'assessments',
  'submissions',
  'scores',
  'suggestions',
  'access_keys',
  'consents',
  'referrals',
  'memberships',
  'people',
  'result_links',
  'outbox_mails',
  'audit_events',
] as const;

/** Of each table how many rows are seen, where any are. */
async function seen(run: Run): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for (const table of tables) {
    const outcome = await run(`select 1 from ${table}`);
    if (outcome !== '0 rows' && outcome !== 'no right') told[table] = outcome;
  }
  return told;
}

/** A firm of one who leads and two colleagues, who have answered. */
async function together(lead: Lead) {
  const one = await newColleague(site, lead, { countsAlone: true });
  const other = await newColleague(site, lead, { countsAlone: true });
  await makeWallLink(lead.visitor, lead.responseId);
  await saveAll(lead.visitor, lead.responseId, { 'D1.1': level(4), 'PM1.1': level(4) });
  await saveAll(one.visitor, one.responseId, { 'PM1.1': level(1), 'PM1.3': level(2) });
  await saveAll(other.visitor, other.responseId, { 'PM1.1': level(3) });
  return { one, other };
}

describe("a respondent's key", () => {
  test('reads the rows of their own answers and no other row of any table, before and after the firm submits', async () => {
    const lead = await newLead(site);
    const { one } = await together(lead);
    const look = () => within('app', { key: keyOf(one.visitor), responseId: one.responseId }, seen);
    expect(await look()).toEqual({ answers: '2 rows', answer_events: '2 rows' });
    expect((await submit(lead)).statusCode).toBe(201);
    expect(await look()).toEqual({ answers: '2 rows', answer_events: '2 rows' });
  });

  test('is told of the firm by one function, and opens nothing that whoever leads may do', async () => {
    const lead = await newLead(site);
    const { one, other } = await together(lead);
    await within('app', { key: keyOf(one.visitor), responseId: lead.responseId }, async (run) => {
      expect(await run('select 1 from respondent_response()')).toBe('1 rows');
      expect(await run('select 1 where led_assessment_id() is not null or current_firm_id() is not null')).toBe(
        '0 rows',
      );
      expect(await run(`select 1 from count_respondent_answers('{PM1.1}')`)).toBe('0 rows');
      expect(await run(`select 1 from close_respondents('{PM1.1}')`)).toBe('0 rows');
      expect(await run(`select 1 from count_respondent_mails('a@b.se', now()) where mailed > 0`)).toBe('0 rows');
      expect(await run('select 1 where choose_counts_alone($1, true) is not null', [other.responseId])).toBe('0 rows');
      expect(await run('select 1 from mark_respondent_done($1, true, now())', [other.responseId])).toBe('0 rows');
      expect(await run(`update answers set level = 0 where response_id <> $1`, [one.responseId])).toBe('0 rows');
      expect(await run(`update respondents set label = 'x'`)).toBe('0 rows');
      expect(await run(`update firms set name = 'x'`)).toBe('0 rows');
      expect(await run('select 1 from presented_respondent()')).toBe('no right');
      expect(await run(`select 1 from live_invitation('x')`)).toBe('no right');
    });
    // Nothing of that has closed anything.
    await saveAll(other.visitor, other.responseId, { 'PM1.3': level(1) });
  });

  test('that is ended or taken back reads nothing', async () => {
    const lead = await newLead(site);
    const { one, other } = await together(lead);
    await site.admin.query('update respondents set taken_back_at = now() where respondent_id = $1', [one.respondentId]);
    await site.admin.query('update access_keys set expires_at = now() where response_id = $1', [other.responseId]);
    for (const { visitor, responseId } of [one, other]) {
      await within('app', { key: keyOf(visitor), responseId }, async (run) => {
        expect(await seen(run)).toEqual({});
        expect(await run('select 1 from respondent_response()')).toBe('0 rows');
        expect(await run(`select 1 where add_access_key(gen_random_uuid(), 'resume-link', sha256('x'), now())`)).toBe(
          '0 rows',
        );
      });
    }
  });
});

describe('the key of whoever leads', () => {
  test('reads who answers and no answer, hash of a secret or choice of theirs, and has one turn to close and read', async () => {
    const lead = await newLead(site);
    const { one } = await together(lead);
    await within('app', { key: keyOf(lead.visitor), responseId: lead.responseId }, async (run) => {
      expect(await run('select respondent_id, label, email from respondents')).toBe('2 rows');
      expect(await run('select 1 from respondent_links')).toBe('1 rows');
      expect(await run('select 1 from answers where response_id <> $1', [lead.responseId])).toBe('0 rows');
      expect(await run('select 1 from answer_events where response_id <> $1', [lead.responseId])).toBe('0 rows');
      expect(await run('select 1 from responses where response_id <> $1', [lead.responseId])).toBe('0 rows');
      for (const column of ['key_sha256', 'mailed_key_sha256', 'reminder_key_sha256', 'counts_alone']) {
        expect([column, await run(`select ${column} from respondents`)]).toEqual([column, 'no right']);
      }
      expect(await run('select key_sha256 from respondent_links')).toBe('no right');
      for (const change of [
        `key_sha256 = sha256('x')`,
        'expires_at = now()',
        'response_id = null',
        'counts_alone = true',
        `email = 'a@b.se'`,
      ]) {
        expect([change, await run(`update respondents set ${change}`)]).toEqual([change, 'no right']);
      }
      expect(await run('delete from respondents')).toBe('no right');
      // Opened already, so that no other secret is put in place of theirs.
      expect(await run(`select 1 where renew_respondent($1, sha256('x'), now(), now()) > 0`, [one.respondentId])).toBe(
        '0 rows',
      );
      // Three answers are to be merged; what it has closed it gives no second time.
      expect(await run(`select 1 from close_respondents('{PM1.1,PM1.3}')`)).toBe('3 rows');
      expect(await run(`select 1 from close_respondents('{PM1.1,PM1.3}')`)).toBe('0 rows');
    });
  });

  test('of another firm reads nothing of them', async () => {
    const lead = await newLead(site);
    await together(lead);
    const stranger = await newLead(site);
    await within('app', { key: keyOf(stranger.visitor), responseId: lead.responseId }, async (run) => {
      for (const table of ['respondents', 'respondent_links', 'agreements'] as const) {
        expect([table, await run(`select 1 from ${table}`)]).toEqual([table, '0 rows']);
      }
      expect(await run(`select 1 from count_respondent_answers('{PM1.1}')`)).toBe('0 rows');
      expect(await run(`select 1 from close_respondents('{PM1.1}')`)).toBe('0 rows');
    });
  });
});

describe('those who have an account', () => {
  test('read as another owner, member, adviser, coordination or analyst no answer of a respondent, and no agreement but the firm’s own', async () => {
    const lead = await newOwnerLead(site);
    const { one, other } = await together(lead);
    expect((await submit(lead)).statusCode).toBe(201);
    const owner = await signedInMember(site, lead.firmId, 'owner');
    const member = await signedInMember(site, lead.firmId, 'respondent');
    const others = [one.responseId, other.responseId];
    const look = (surface: Surface, presented: Presented) =>
      within(surface, presented, async (run) => {
        const told: Record<string, string> = {};
        for (const table of ['answers', 'answer_events', 'responses', 'agreements', 'respondents']) {
          told[table] = await run(`select response_id from ${table} where response_id = any ($1)`, [
            table === 'agreements' ? [lead.responseId] : others,
          ]);
        }
        return told;
      });
    const unread = { answers: '0 rows', answer_events: '0 rows', responses: '0 rows' };

    for (const responseId of [lead.responseId, ...others]) {
      for (const person of [owner, member, lead]) {
        expect(await look('app', { ...sessionOf(person), responseId })).toMatchObject(unread);
      }
    }
    expect(await look('app', { ...sessionOf(lead), responseId: lead.responseId })).toMatchObject({
      agreements: '1 rows',
      respondents: '2 rows',
    });
    expect(await look('app', { ...sessionOf(member), responseId: lead.responseId })).toMatchObject({
      agreements: '0 rows',
      respondents: '0 rows',
    });
    // The copy of data has the agreement of one's own, and of a colleague no answer.
    expect(await look('member', sessionOf(lead))).toMatchObject({ answers: '0 rows', agreements: '1 rows' });
    for (const person of [owner, member]) {
      expect(await look('member', sessionOf(person))).toMatchObject({ answers: '0 rows', agreements: '0 rows' });
    }
    for (const [role, surface] of [
      ['advisor', 'advisor'],
      ['administrator', 'coordination'],
      ['analyst', 'statistics'],
    ] as const) {
      const staff = await signedInAs(site, role);
      for (const outcome of Object.values(await look(surface, sessionOf(staff)))) {
        expect(['0 rows', 'no right']).toContain(outcome);
      }
    }
  });
});
