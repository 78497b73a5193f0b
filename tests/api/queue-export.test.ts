import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { exportQueue, type QueueRow } from '#shared/contracts/advisor-queue.ts';
import { csvText } from '#shared/domain/open-data/csv-text.ts';
import { alwaysThere, describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn, readAccess, startFirmsApp } from '../support/firms.ts';
import { type Owner, type Staff, signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { askForContact } from '../support/referrals.ts';
import type { TestApp } from '../support/test-app.ts';

const ofExport = '/api/advisor/queue/exports';

let site: TestApp;
let provider: string;
let other: string;
let advisor: Staff;
let owner: Owner;

beforeAll(async () => {
  site = await startFirmsApp();
  provider = (await askForContact(site, await signedInOwner(site))).providerCode;
  other = site.content.catalogue.providers.find(({ code }) => code !== provider)?.code ?? '';
});
beforeEach(async () => {
  await site.admin.query('delete from referrals');
  await site.admin.query('delete from consents');
  advisor = await signedInAs(site, 'advisor', { organisation: provider });
  owner = await signedInOwner(site);
});
afterAll(() => site.close());

type Asked = { view?: string; order?: string; search?: string; county?: string; size?: string };
const bodyOf = (filter: Asked = {}, format = 'json', language = 'sv') => ({
  filter: { view: 'all', order: 'name', ...filter },
  format,
  language,
});

async function named(firm: Owner, name: string): Promise<void> {
  const reply = await firm.visitor.put(`/api/firms/${firm.firmId}`, { name, organisationNumber: '556036-0793' });
  expect(reply.statusCode, reply.body).toBe(200);
}

async function fetched(staff: Staff = advisor, filter: Asked = {}, format = 'json', language = 'sv') {
  const reply = await staff.visitor.post(ofExport, bodyOf(filter, format, language));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply;
}

type JsonFile = { count: number; rows: Record<string, unknown>[] };
const jsonOf = async (staff?: Staff, filter?: Asked) => (await fetched(staff, filter)).json<JsonFile>();

const eventsOf = async (personId: string) =>
  (
    await site.admin.query<{ action: string; detail: Record<string, unknown> }>(
      `select action, detail from audit_events where actor_person_id = $1 and action like 'queue%' order by audit_sequence`,
      [personId],
    )
  ).rows;

describeEndpoint(exportQueue, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().post(ofExport, bodyOf()), 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    const others = [await signedIn(site), owner, await signedInAs(site, 'analyst'), await signedInAs(site, 'editor')];
    for (const { visitor } of [...others, await signedInAs(site, 'administrator')]) {
      expectProblem(await visitor.post(ofExport, bodyOf()), 404, 'not-found');
    }
    const unproved = await signedInAs(site, 'advisor', { organisation: provider, hasSecondFactor: false });
    expectProblem(await unproved.visitor.post(ofExport, bodyOf()), 403, 'second-factor-required');
  },
  'hides what belongs to another firm': async () => {
    await letIn(owner, provider);
    const stranger = await signedInAs(site, 'advisor', { organisation: other });
    expect(await jsonOf(stranger)).toMatchObject({ rows: [], count: 0 });
    expect((await readAccess(owner.visitor, owner.firmId)).looks).toEqual([]);
  },
  'refuses an invalid request': async () => {
    for (const body of [
      {},
      bodyOf({}, 'pdf'),
      bodyOf({ view: 'x' }),
      { ...bodyOf(), filter: { view: 'all', after: 'x' } },
      bodyOf({}, 'csv', 'de'),
    ]) {
      expectProblem(await advisor.visitor.post(ofExport, body), 422, 'invalid-request');
    }
  },
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    await named(owner, 'Smedjan AB');
    await letIn(owner, provider);
    await askForContact(site, owner);
    const reply = await fetched(advisor, { search: 'smed' });

    expect(reply.headers['content-disposition']).toMatch(/^attachment; filename="mattstock-\d{4}-\d\d-\d\d\.json"$/);
    expect(reply.json<JsonFile>()).toMatchObject({
      count: 1,
      rows: [{ firmName: 'Smedjan AB', organisationNumber: '556036-0793', status: 'chosen', round: 1 }],
    });
    for (const word of ['Åsa', 'asa@smeden', 'Ring efter tre', owner.firmId]) expect(reply.body).not.toContain(word);
    const events = await eventsOf(advisor.personId);
    expect(events).toMatchObject([
      { action: 'queue-exported', detail: { format: 'json', filter: 'view=all&order=name', hasSearch: true } },
      { action: 'queue-export-ended', detail: { format: 'json', count: 1, isComplete: true } },
    ]);
    expect(JSON.stringify(events)).not.toContain('smed"');
    expect(await readAccess(owner.visitor, owner.firmId)).toMatchObject({ looks: [], copies: [{ file: 'list' }] });
  },
});

describe('an export', () => {
  /** Firms of both kinds of consent, and one that lets nobody in. */
  async function several(): Promise<Owner[]> {
    const firms = [owner, await signedInOwner(site), await signedInOwner(site), await signedInOwner(site)];
    for (const [index, firm] of firms.entries()) {
      await named(firm, `Firma ${index}`);
      if (index < 2) await letIn(firm, provider);
      if (index === 1 || index === 2) await askForContact(site, firm);
    }
    return firms;
  }

  test.each([
    { view: 'all', order: 'name' },
    { view: 'all', order: 'newest' },
    { view: 'all', order: 'lowest-level', county: '17,20,21' },
    { view: 'to-answer', order: 'due' },
    { view: 'all', order: 'name', search: 'firma 1' },
    { view: 'under-way', order: 'newest' },
  ])('has the rows of the screen in its order: %o', async (filter) => {
    await several();
    const query = new URLSearchParams(filter as Record<string, string>);
    const shown = (await advisor.visitor.get(`/api/advisor/queue?${query}`)).json<{ rows: QueueRow[] }>().rows;
    const { rows, count } = await jsonOf(advisor, filter);

    expect(rows.map((row) => [row['firmName'], row['package'], row['county']])).toEqual(
      shown.map(({ name, referral, facts }) => [name, referral?.packageCode ?? null, facts?.county ?? null]),
    );
    expect(count).toBe(rows.length);
  });

  test('has no facts of a firm that does not share its results', async () => {
    await named(owner, 'Smedjan AB');
    await askForContact(site, owner);
    const [row] = (await jsonOf()).rows;

    expect(row).toMatchObject({ firmName: 'Smedjan AB', county: null, branch: null, digitalLevel: null, round: null });
  });

  test('leaves out who withdraws while it is made', async () => {
    const consentId = await letIn(owner, provider);
    await letIn(await signedInOwner(site), provider);
    // After the rows were read, and before it is written down that they leave.
    const context = { read: 0 };
    const pool = site.app.pg.pool;
    const connect = pool.connect.bind(pool);
    const spy = vi.spyOn(pool, 'connect').mockImplementation((async () => {
      const client = await connect();
      context.read += 1;
      // Who asks, the log, the reading, and then what is written down.
      if (context.read === 4)
        await site.admin.query('update consents set withdrawn_at = now() where consent_id = $1', [consentId]);
      return client;
    }) as never);
    const file = await jsonOf();
    spy.mockRestore();

    expect(file.count).toBe(1);
    expect((await readAccess(owner.visitor, owner.firmId)).looks).toEqual([]);
  });

  test('as a workbook has text as text, days as days and levels as numbers', async () => {
    await named(owner, '=HYPERLINK("https://x.example","klicka")');
    await letIn(owner, provider);
    await askForContact(site, owner);
    const { rawPayload, headers } = await fetched(advisor, {}, 'xlsx');
    const [head, row] = await readSheet(rawPayload);

    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(head?.slice(0, 3)).toEqual(['Företag', 'Organisationsnummer', 'Simulerat företag']);
    expect(row?.[0]).toBe('=HYPERLINK("https://x.example","klicka")');
    expect(row?.[head?.indexOf('Förfrågan') ?? -1]).toBeInstanceOf(Date);
    expect(typeof row?.[head?.indexOf('Digital nivå') ?? -1]).toBe('number');
    expect(typeof row?.[head?.indexOf('Omgång') ?? -1]).toBe('number');
    // No cell of the sheet is a formula.
    expect(rawPayload.toString('latin1')).not.toContain('<f>');
  });

  test('as text begins so that Excel knows it, with semicolons, and decimals as Swedish has them', async () => {
    await named(owner, 'Ström; "Öst"');
    await letIn(owner, provider);
    const { body } = await fetched(advisor, {}, 'csv');
    const lines = body.split('\r\n');

    expect(body.startsWith('\uFEFFFöretag;Organisationsnummer;')).toBe(true);
    expect(lines[1]).toMatch(/^"Ström; ""Öst""";556036-0793;nej;/);
    expect(lines[1]).toMatch(/;\d,\d(;|$)/);
    expect(lines).toHaveLength(3);
    expect((await fetched(advisor, {}, 'csv', 'en')).body).toMatch(/^\uFEFFFirm;.*\r\n.*;\d\.\d/s);
  });

  test('is nobody’s to run: no text begins a formula, and every text can be had back', () => {
    const unquoted = (cell: string) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom('=1+1', '+46', '-5', '@x', '\t=1', ' =1', '|x', '＝1'),
        ),
        (text) => {
          const cell = unquoted(csvText(text));
          expect(cell).not.toMatch(/^\s*[=+\-@|＝＋－＠]|^[\t\r]/);
          expect(cell === text || cell === `'${text}`).toBe(true);
        },
      ),
    );
  });

  test('that nobody fetches to the end gives its connection back, and says how far it came', async () => {
    for (let count = 0; count < 3; count += 1) await letIn(await signedInOwner(site), provider);
    await site.app.listen({ port: 0, host: '127.0.0.1' });
    const address = site.app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const cookie = advisor.visitor.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const leaving = new AbortController();
    const reply = await fetch(`http://127.0.0.1:${port}${ofExport}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(bodyOf({}, 'xlsx')),
      signal: leaving.signal,
    });
    expect(reply.status).toBe(200);
    leaving.abort();
    await vi.waitUntil(
      async () => (await eventsOf(advisor.personId)).some(({ action }) => action === 'queue-export-ended'),
      { timeout: 5000 },
    );
    await vi.waitUntil(() => site.app.pg.pool.idleCount === site.app.pg.pool.totalCount, { timeout: 5000 });
    // It may be asked for again at once, as often as one likes.
    for (let count = 0; count < 4; count += 1) expect((await jsonOf()).count).toBe(3);
  });
});
