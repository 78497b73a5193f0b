import { createHash, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import type { OwnChange } from '#shared/contracts/change.ts';
import * as contract from '#shared/contracts/reports.ts';
import type { ResultDocument } from '#shared/contracts/results.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { languages } from '#shared/domain/language.ts';
import { type Report, reportSchema } from '#shared/domain/report/report.ts';
import { shownLevel } from '#shared/domain/report/shown-level.ts';
import { aged } from '../support/aged.ts';
import { level, saveAll, start } from '../support/answering.ts';
import { letInBy } from '../support/contacts.ts';
import { alwaysThere, describeEndpoint, isPublic, noInput, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { consentBody, letIn, ofFirm, readAccess, startFirmsApp, withdraw } from '../support/firms.ts';
import { meanwhile } from '../support/meanwhile.ts';
import { readPdf } from '../support/pdf.ts';
import { type Owner, type Staff, signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { createTestClock } from '../support/test-clock.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let keyHolder: Visitor;
let responseId: string;
beforeAll(async () => {
  site = await startFirmsApp();
});
beforeEach(async () => {
  keyHolder = site.newVisitor();
  responseId = await answeredBy(keyHolder);
});
afterAll(() => site.close());

const dontKnow: Answer = { value: { state: 'dont-know' }, comment: '' };
const notApplicable: Answer = { value: { state: 'not-applicable' }, comment: '' };

/** Awkward on purpose: unknown, not applicable, odd thirds and hardly anything else. */
async function answeredBy(
  visitor: Visitor,
  changes: Parameters<typeof start>[1] = {},
  answers: Readonly<Record<string, Answer>> = {},
): Promise<string> {
  const id = await start(visitor, changes);
  const few = { 'D1.1': level(2), 'D1.2': level(3), 'D5.1': level(4), 'PM1.1': level(1) };
  await saveAll(visitor, id, { ...few, 'D2.1': dontKnow, 'D2.2': notApplicable, ...answers });
  const reply = await visitor.post(`/api/responses/${id}/submission`, { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
  return id;
}
const of = (id: string, language: string, format: string) => `/api/responses/${id}/report/${language}/${format}`;

const reportOf = async (visitor: Visitor, url: string): Promise<Report> => {
  const reply = await visitor.get(url);
  expect(reply.statusCode, reply.body).toBe(200);
  return reportSchema.parse(reply.json());
};

describeEndpoint(contract.getReport, {
  'refuses who has no key': async () => {
    for (const format of contract.reportFormats)
      expectProblem(await site.newVisitor().get(of(responseId, 'sv', format)), 404, 'not-found');
  },
  'refuses the wrong role': async () => {
    const owner = await signedInOwner(site);
    const { visitor } = await signedInMember(site, owner.firmId, 'respondent');
    expectProblem(await visitor.get(of(owner.responseId, 'sv', 'pdf')), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    const stranger = site.newVisitor();
    await answeredBy(stranger);
    const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
    for (const visitor of [stranger, advisor.visitor, (await signedInOwner(site)).visitor])
      expectProblem(await visitor.get(of(responseId, 'sv', 'json')), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    expectProblem(await keyHolder.get(of(responseId, 'de', 'pdf')), 422, 'invalid-request');
    expectProblem(await keyHolder.get(of(responseId, 'sv', 'docx')), 422, 'invalid-request');
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.get(of('x', 'sv', 'pdf')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const open = site.newVisitor();
    expectProblem(await open.get(of(await start(open), 'sv', 'pdf')), 404, 'not-found');
    expectProblem(await keyHolder.get(of(randomUUID(), 'sv', 'pdf')), 404, 'not-found');
  },
  succeeds: async () => {
    const types = {
      pdf: /^application\/pdf/,
      xlsx: /spreadsheetml/,
      csv: /^text\/csv/,
      json: /json/,
      ics: /^text\/cal/,
    };
    for (const format of contract.reportFormats) {
      const reply = await keyHolder.get(of(responseId, 'sv', format));
      expect(reply.statusCode, format).toBe(200);
      expect(reply.headers['content-type']).toMatch(types[format]);
      expect(reply.headers['content-disposition']).toMatch(
        new RegExp(`^attachment; filename="mattstock-resultat-[a-z0-9-]+-\\d{4}-\\d\\d-\\d\\d\\.${format}"`),
      );
      expect(reply.headers['cache-control']).toBe('private, no-store');
    }
    expect((await reportOf(keyHolder, of(responseId, 'sv', 'json'))).viewers).toEqual([]);
  },
});

/** A firm that shows its result to an adviser. */
type Shared = { readonly owner: Owner; readonly consentId: string; readonly advisor: Staff };
async function shared(): Promise<Shared> {
  const owner = await signedInOwner(site);
  const consentId = await letIn(owner, 'compare');
  return { owner, consentId, advisor: await signedInAs(site, 'advisor', { organisation: 'compare' }) };
}
const sharedAt = ({ organisationId }: Staff, { firmId, responseId: id }: Pick<Owner, 'firmId' | 'responseId'>) =>
  `/api/advisor/organisations/${organisationId}/firms/${firmId}/responses/${id}/report/sv/json`;

describeEndpoint(contract.getSharedReport, {
  'refuses who has no key': async () => {
    const { owner, advisor } = await shared();
    expectProblem(await site.newVisitor().get(sharedAt(advisor, owner)), 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    const { owner, advisor } = await shared();
    for (const { visitor } of [owner, await signedIn(site), await signedInAs(site, 'administrator')])
      expectProblem(await visitor.get(sharedAt(advisor, owner)), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    const { owner, consentId, advisor } = await shared();
    const closed = await signedInOwner(site);
    const elsewhere = await signedInAs(site, 'advisor', { organisation: 'fpx' });
    expectProblem(await elsewhere.visitor.get(sharedAt(elsewhere, owner)), 404, 'not-found');
    expectProblem(await elsewhere.visitor.get(sharedAt(advisor, owner)), 404, 'not-found');
    // A response of another firm, under the address of one that lets the adviser in.
    for (const { firmId } of [owner, closed]) {
      const url = sharedAt(advisor, { firmId, responseId: closed.responseId });
      expectProblem(await advisor.visitor.get(url), 404, 'not-found');
    }
    await withdraw(owner, consentId);
    expectProblem(await advisor.visitor.get(sharedAt(advisor, owner)), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    const { owner, advisor } = await shared();
    const url = sharedAt(advisor, owner).replace('/sv/json', '/sv/docx');
    expectProblem(await advisor.visitor.get(url), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { owner, advisor } = await shared();
    const before = await readAccess(owner.visitor, owner.firmId);
    const url = sharedAt(advisor, { ...owner, responseId: randomUUID() });
    expectProblem(await advisor.visitor.get(url), 404, 'not-found');
    // Nothing was seen, and so nothing is written down as seen or taken.
    expect(await readAccess(owner.visitor, owner.firmId)).toEqual(before);
  },
  succeeds: async () => {
    const { owner, advisor } = await shared();
    const own = await reportOf(owner.visitor, of(owner.responseId, 'sv', 'json'));

    const told = await reportOf(advisor.visitor, sharedAt(advisor, owner));

    expect(own.viewers).toMatchObject([{ purpose: 'result' }]);
    // What it has added is not in the text that the firm agreed to.
    const notTold = { viewers: null, comparison: null, measuresLeaveOut: true, choices: null };
    expect(told).toEqual({ ...own, ...notTold });
    // A file that is taken is told as that, and not as a look.
    const { looks, copies, copyCount } = await readAccess(owner.visitor, owner.firmId);
    expect(copies).toEqual([
      {
        at: expect.any(String),
        organisation: { sv: expect.any(String), en: expect.any(String) },
        personName: expect.any(String),
        file: 'report-json',
      },
    ]);
    expect({ looks: looks.filter(({ what }) => what === 'result').length, copyCount }).toEqual({
      looks: 0,
      copyCount: 1,
    });
  },
});

test.each([
  { wordingVersion: 'statistics-2', receiver: 'Region Värmland, Region Dalarna och Region Gävleborg' },
  {
    wordingVersion: 'statistics-3',
    receiver: 'Region Värmland, Region Dalarna och Region Gävleborg, och Måttstocks samordning',
  },
])('the file of a firm names all who count it by $wordingVersion', async ({ wordingVersion, receiver }) => {
  const owner = await signedInOwner(site);
  const given = { ...consentBody('statistics', 'regions'), wordingVersion };
  expect((await owner.visitor.post(ofFirm(owner.firmId, '/consents'), given)).statusCode).toBe(201);

  const { viewers } = await reportOf(owner.visitor, of(owner.responseId, 'sv', 'json'));
  expect(viewers?.map((viewer) => [viewer.purpose, viewer.receiver.sv])).toEqual([['statistics', receiver]]);
});

describeEndpoint(contract.getReportSchema, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const served = await site.newVisitor().get('/api/report-schemas/mattstock-report-1');
    const schema = z.fromJSONSchema(served.json());
    const document = (await keyHolder.get(of(responseId, 'sv', 'json'))).json<Report>();
    expect(schema.safeParse(document).error).toBeUndefined();
    expect(schema.safeParse({ ...document, more: 1 }).success).toBe(false);
    expect(schema.safeParse({ ...document, asOf: 1 }).success).toBe(false);

    const headers = { 'if-none-match': String(served.headers.etag) };
    const again = await site.newVisitor().send({ url: '/api/report-schemas/mattstock-report-1', headers });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  },
});

describe('a file that an adviser takes', () => {
  const fileAt = (advisor: Staff, owner: Owner, format: string) =>
    sharedAt(advisor, owner).replace('/sv/json', `/sv/${format}`);

  test.each(['result-1', 'result-2', 'result-3'])('says under %s whether figures are left out', async (wording) => {
    const owner = await signedInOwner(site);
    await letInBy(owner, 'compare', wording);
    const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
    const before = await reportOf(owner.visitor, of(owner.responseId, 'sv', 'json'));
    const url = `/api/responses/${owner.responseId}/crosswalk/rows/dii-speed`;
    const added = await owner.visitor.put(url, { step: 1, baseRevision: 0 });
    expect(added.statusCode, added.body).toBe(200);

    const own = await reportOf(owner.visitor, of(owner.responseId, 'sv', 'json'));
    const told = await reportOf(advisor.visitor, fileAt(advisor, owner, 'json'));
    const paper = await readPdf((await advisor.visitor.get(fileAt(advisor, owner, 'pdf'))).rawPayload);
    const ownPaper = await readPdf((await owner.visitor.get(of(owner.responseId, 'sv', 'pdf'))).rawPayload);

    const isNamed = wording === 'result-3';
    const leftOut = 'Det som företaget har lagt till ingår inte i dess samtycke';
    expect(own.measures).not.toEqual(before.measures);
    expect(told.measures).toEqual(isNamed ? own.measures : before.measures);
    expect([own.measuresLeaveOut, told.measuresLeaveOut]).toEqual([false, !isNamed]);
    expect([ownPaper, paper].map(({ text }) => text.includes(leftOut))).toEqual([false, !isNamed]);
  });

  test('is not told as if the firm had taken it', async () => {
    const { owner, advisor } = await shared();
    await site.admin.query('update firms set name = $2 where firm_id = $1', [owner.firmId, 'Verkstad AB']);
    const paper = await readPdf((await advisor.visitor.get(fileAt(advisor, owner, 'pdf'))).rawPayload);
    const own = await readPdf((await owner.visitor.get(of(owner.responseId, 'sv', 'pdf'))).rawPayload);
    const about = await readSheet((await advisor.visitor.get(fileAt(advisor, owner, 'xlsx'))).rawPayload, 'Om');
    const takenBy = 'Hämtad av en rådgivare';

    expect([own.title, own.author]).toEqual(['Vårt resultat: Verkstad AB', 'Verkstad AB']);
    expect([paper.title, paper.author]).toEqual(['Resultat: Verkstad AB', 'Måttstock']);
    expect([own, paper].map(({ text }) => text.includes(takenBy))).toEqual([false, true]);
    expect(about.flat().some((cell) => String(cell).startsWith(takenBy))).toBe(true);
  });
});

describe('the name of a file', () => {
  const nameOf = (header: unknown): string => /filename="([^"]*)"/.exec(String(header))?.[1] ?? '';
  const named = async (firmName: string | null) => {
    const visitor = site.newVisitor();
    const id = await answeredBy(visitor);
    await site.admin.query(
      'update firms set name = $2 where firm_id = (select firm_id from responses where response_id = $1)',
      [id, firmName],
    );
    return visitor.get(of(id, 'sv', 'ics'));
  };

  test.each([
    ['Ekens Mekaniska', /^mattstock-resultat-ekens-mekaniska-\d{4}-\d\d-\d\d\.ics$/],
    ['a"; filename="b.exe', /^mattstock-resultat-a-filename-b-exe-\d{4}-\d\d-\d\d\.ics$/],
    ['../..\\x\r\nset-cookie: a=b', /^mattstock-resultat-x-set-cookie-a-b-\d{4}-\d\d-\d\d\.ics$/],
    ['Кузница', /^mattstock-resultat-[a-z0-9]{4}-[a-z0-9]{4}-\d{4}-\d\d-\d\d\.ics$/],
    [null, /^mattstock-resultat-[a-z0-9]{4}-[a-z0-9]{4}-\d{4}-\d\d-\d\d\.ics$/],
  ])('tells the firm and the day, whatever the firm calls itself: %j', async (firmName, expected) => {
    const { headers } = await named(firmName);
    expect(nameOf(headers['content-disposition'])).toMatch(expected);
    expect(headers['set-cookie']).toBeUndefined();
  });

  test('goes with the name of the firm in the calendar', async () => {
    expect((await named('Ekens Mekaniska')).body).toContain('SUMMARY:Dags att svara igen i Måttstock: Ekens Mekaniska');
  });
});

/** How many are connected to the site. */
const connections = () =>
  new Promise<number>((resolve, reject) =>
    site.app.server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
  );

/** What a spreadsheet may take for the beginning of a formula. */
const formulas = ['=HYPERLINK("https://evil.example";"x")', '+1+1', '-2+3', '@SUM(1)', '\t=1+1', '\r=1+1'];

describe('what the firm has written', () => {
  test.each(formulas)('is text and no formula: %j', async (formula) => {
    const visitor = site.newVisitor();
    const named = { firmName: `${formula.trim()}AB`, organisationNumber: '556036-0793' };
    const id = await answeredBy(visitor, named, { 'D1.1': level(2, formula) });

    const csv = (await visitor.get(of(id, 'sv', 'csv'))).body;
    const workbook = (await visitor.get(of(id, 'sv', 'xlsx'))).rawPayload;

    // No field of the table begins with what a spreadsheet acts on, quoted or not.
    expect(csv.match(/(?:^|;|\n)"?[=+@\t\r][^\n]/g)).toBeNull();
    expect(csv.match(/(?:^|;|\n)"?-(?!\d+(?:,\d+)?(?:;|\r))/g)).toBeNull();
    const quoted = (text: string) => `'${text}`.replaceAll('"', '""');
    expect(csv).toContain(quoted(named.firmName));
    const answers = await readSheet(workbook, 'Frågor och svar');
    expect(answers.flat().map((cell) => String(cell).trim())).toContain(formula.trim());
    expect((await readSheet(workbook, 'Om')).flat()).toContain(named.firmName);
    expect(workbook.toString('latin1')).not.toContain('<f>');
  });
});

describe('the files of a result', () => {
  test('say the same levels as the page', async () => {
    const result = (await keyHolder.get(`/api/responses/${responseId}/result`)).json<ResultDocument>();
    const json = await keyHolder.get(of(responseId, 'sv', 'json'));
    expect(json.statusCode, json.body).toBe(200);
    const report = reportSchema.parse(json.json());
    expect(json.body).toBe(canonicalJson(report));
    const sheet = await readSheet((await keyHolder.get(of(responseId, 'sv', 'xlsx'))).rawPayload, 'Nivåer');
    const csv = (await keyHolder.get(of(responseId, 'sv', 'csv'))).body;
    for (const { dimension, level: expected } of result.scoreProfile.dimensions) {
      expect(report.dimensions.find((each) => each.dimension === dimension)?.level).toBe(expected);
      expect(sheet.find(([code]) => code === dimension)?.[2]).toBe(expected);
      const shown = expected === null ? '' : String(expected).replace('.', ',');
      expect(
        csv
          .split('\r\n')
          .find((line) => line.startsWith(`${dimension};`))
          ?.split(';')[2],
      ).toBe(shown);
    }
  });

  test('carry the hash of the JSON file', async () => {
    const json = await keyHolder.get(of(responseId, 'sv', 'json'));
    const sha256 = createHash('sha256').update(json.rawPayload).digest('hex');
    expect((await keyHolder.get(of(responseId, 'en', 'csv'))).body).toContain(sha256);
  });

  test.each(languages)('say every level and every suggestion on paper, in %s', async (language) => {
    const report = await reportOf(keyHolder, of(responseId, language, 'json'));
    const { text, language: marked } = await readPdf((await keyHolder.get(of(responseId, language, 'pdf'))).rawPayload);
    expect(marked.slice(0, 2)).toBe(language);
    for (const { name, level: own, range } of report.dimensions)
      expect(text).toContain(`${name[language]} ${shownLevel(own, range, language)}`);
    for (const { name } of report.suggestions) expect(text).toContain(name[language]);
    const noPackage =
      language === 'sv' ? 'Inget stödpaket i katalogen passar' : 'No support package in the catalogue fits';
    const nothingNow = language === 'sv' ? 'Inget att föreslå just nu' : 'Nothing to suggest right now';
    const isEmpty = report.suggestions.length === 0;
    expect(text.includes(noPackage)).toBe(isEmpty && report.gaps.length > 0);
    expect(text.includes(nothingNow)).toBe(isEmpty && report.gaps.length === 0);
    expect(report.dimensions.some(({ dontKnow: unknown }) => unknown > 0)).toBe(true);
    expect(report.dimensions.some(({ notApplicable: left }) => left > 0)).toBe(true);
    expect(report.dimensions.some(({ level: own }) => own === null)).toBe(true);
  });

  test('say on paper what is to be done at once, and why what came next is not among the suggestions', async () => {
    const visitor = site.newVisitor();
    const low = ['D1.1', 'D1.2', 'D2.1', 'D2.2', 'D3.1', 'D3.4', 'D8.1'].map((item) => [item, level(1)] as const);
    const id = await answeredBy(visitor, {}, { ...Object.fromEntries(low), 'D9.1': level(0), 'D9.2': level(0) });
    const report = await reportOf(visitor, of(id, 'sv', 'json'));
    const { text } = await readPdf((await visitor.get(of(id, 'sv', 'pdf'))).rawPayload);
    const result = (await visitor.get(`/api/responses/${id}/result`)).json<ResultDocument>();

    expect(report.notices).toEqual(result.notices.map((notice) => notice.text));
    expect(report.runnerUp?.reasons).toEqual(result.runnerUp?.reasons);
    expect(report.notices.length).toBeGreaterThan(0);
    expect(report.runnerUp?.reasons.length).toBeGreaterThan(0);
    const plain = (words: string) => words.replaceAll(/\s+/g, ' ');
    for (const { sv } of [...report.notices, ...(report.runnerUp?.reasons ?? [])])
      expect(plain(text)).toContain(plain(sv));
  });

  describe('of a firm that has chosen among its suggestions', () => {
    const low = ['D1.1', 'D1.2', 'D2.1', 'D2.2', 'D3.1', 'D3.4', 'D8.1'].map((item) => [item, level(1)] as const);
    const answers = { ...Object.fromEntries(low), 'D9.1': level(0), 'D9.2': level(0) };
    const note = 'Fem mil är för långt.';
    const robot = 'En svetsrobot att prova.';
    const plain = (words: string) => words.replaceAll(/\s+/g, ' ');
    const nameOf = (report: Report, code = '') =>
      report.suggestions.find(({ packageCode }) => packageCode === code)?.name.sv ?? '';

    /** The last goes first, the first is declined, and something is asked for. */
    async function choose(visitor: Visitor, id: string) {
      const before = await reportOf(visitor, of(id, 'sv', 'json'));
      const codes = before.suggestions.map(({ packageCode }) => packageCode);
      const [declined = '', ...left] = codes;
      expect(left.length).toBeGreaterThan(1);
      const body = {
        order: left.toReversed(),
        declined: [{ packageCode: declined, reason: 'too-far', note }],
        asks: [{ dimension: 'D1', words: robot }],
        revision: 0,
      };
      const reply = await visitor.put(`/api/responses/${id}/support-choices`, body);
      expect(reply.statusCode, reply.body).toBe(200);
      return { before, declined, order: body.order };
    }

    test('go by its own order, and say what it declined and asks for, in every file', async () => {
      const visitor = site.newVisitor();
      const id = await answeredBy(visitor, {}, answers);
      const { before, declined, order } = await choose(visitor, id);
      const report = await reportOf(visitor, of(id, 'sv', 'json'));
      const text = plain((await readPdf((await visitor.get(of(id, 'sv', 'pdf'))).rawPayload)).text);
      const sheet = await readSheet((await visitor.get(of(id, 'sv', 'xlsx'))).rawPayload, 'Förslag');
      const csv = (await visitor.get(of(id, 'sv', 'csv'))).body;

      const no = nameOf(before, declined);
      const taken = order.map((code) => nameOf(before, code));
      expect(report.suggestions.map(({ name }) => name.sv)).toEqual(taken);
      expect(report.choices).toMatchObject({
        isReordered: true,
        declined: [{ packageCode: declined, name: { sv: no }, reason: 'too-far', note }],
        asks: [{ dimension: 'D1', words: robot }],
      });
      const [first = '', second = ''] = taken;
      expect(text).toContain(`Stöd som passar: ${first}, `);
      expect(text).toContain('Stödpaketen står i er egen ordning.');
      expect(text.lastIndexOf(first)).toBeLessThan(text.lastIndexOf(second));
      expect(text.slice(text.indexOf('Föreslaget, och ni har tackat nej'))).toContain(no);
      expect(text).toContain(`Det är för långt bort: ${note}`);
      expect(text).toContain(robot);
      const summaryOf = before.suggestions.find(({ packageCode }) => packageCode === declined)?.summary.sv ?? '';
      expect(text).not.toContain(plain(summaryOf));
      expect(sheet.filter(([kind]) => kind === 'Stödpaket').map(([, name]) => name)).toEqual(taken);
      expect(sheet.find(([kind]) => kind === 'Ni har tackat nej')?.slice(1, 2)).toEqual([no]);
      expect(sheet.find(([kind]) => kind === 'Ni ber om')?.slice(1, 2)).toEqual([robot]);
      const rows = csv.split('\r\n');
      expect(rows.filter((row) => row.startsWith('Stödpaket;')).map((row) => row.split(';')[1])).toEqual(taken);
      expect(rows.some((row) => row.startsWith(`Ni har tackat nej;${no};`) && row.includes(note))).toBe(true);
      expect(rows.some((row) => row.startsWith(`Ni ber om;${robot};`))).toBe(true);
    });

    test('say that it has declined all, and not that nothing fits', async () => {
      const visitor = site.newVisitor();
      const id = await answeredBy(visitor, {}, answers);
      const { suggestions } = await reportOf(visitor, of(id, 'sv', 'json'));
      const declined = suggestions.map(({ packageCode }) => ({ packageCode, reason: 'no-time', note: '' }));
      const body = { order: [], declined, asks: [], revision: 0 };
      expect((await visitor.put(`/api/responses/${id}/support-choices`, body)).statusCode).toBe(200);
      const { text } = await readPdf((await visitor.get(of(id, 'sv', 'pdf'))).rawPayload);

      expect((await reportOf(visitor, of(id, 'sv', 'json'))).suggestions).toEqual([]);
      expect(text).toContain('Ni har tackat nej till allt som föreslogs.');
      expect(text).not.toContain('passar svaren just nu');
      expect(text).not.toContain('Inget att föreslå just nu');
    });

    test.each(['result-1', 'result-3'])('keep from an adviser under %s what it chose, and say so', async (wording) => {
      const owner = await signedInOwner(site);
      await letInBy(owner, 'compare', wording);
      const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
      const fileOf = (format: string) => advisor.visitor.get(sharedAt(advisor, owner).replace('/sv/json', format));
      const before = await reportOf(owner.visitor, of(owner.responseId, 'sv', 'json'));
      const codes = before.suggestions.map(({ packageCode }) => packageCode);
      const [declined = ''] = codes;
      const asks = [{ dimension: 'D1', words: robot }];
      const body = { order: [], declined: [{ packageCode: declined, reason: 'too-far', note }], asks, revision: 0 };
      const url = `/api/responses/${owner.responseId}/support-choices`;
      expect((await owner.visitor.put(url, body)).statusCode).toBe(200);

      const told = reportSchema.parse((await fileOf('/sv/json')).json());
      const text = plain((await readPdf((await fileOf('/sv/pdf')).rawPayload)).text);
      const csv = (await fileOf('/sv/csv')).body;

      expect(told.suggestions.map(({ packageCode }) => packageCode)).toEqual(codes);
      expect(told.choices).toBeNull();
      const leftOut = 'Stödpaketen står så som de föreslogs.';
      for (const said of [text, csv]) {
        expect(said).toContain(leftOut);
        expect(said).not.toContain(robot);
        expect(said).not.toContain(note);
      }
    });
  });

  test('name on paper what is important and below the target as the page does', async () => {
    const visitor = site.newVisitor();
    const id = await answeredBy(
      visitor,
      {},
      { 'D1.importance': { value: { state: 'choice', choice: 'much' }, comment: '' } },
    );
    const paper = async (language: string) =>
      (await readPdf((await visitor.get(of(id, language, 'pdf'))).rawPayload)).text;

    expect(await paper('sv')).toMatch(/Viktigt, under målet: börja här .* Affärsmodeller/);
    expect(await paper('en')).toContain('Important, below the target: begin here');
  });

  test('say of a change that does not hold when all areas are compared that it is a sign, as the page does', async () => {
    const { visitor, firmId } = await signedInOwner(site);
    const { profile } = (await visitor.get(`/api/firms/${firmId}`)).json<{ profile: object }>();
    const items = ['D1.1', 'D1.2', 'D2.1', 'D2.2', 'D3.1', 'D3.4', 'D9.1', 'D9.2', 'PM1.1', 'PM1.3'];
    const answeredAgain = async (changed: Readonly<Record<string, Answer>>) => {
      await aged(site, firmId, 200);
      const body = { formCode: 'snabbkoll', language: 'sv', profile };
      const begun = await visitor.post(`/api/firms/${firmId}/responses`, body);
      const { responseId: id } = begun.json<{ responseId: string }>();
      await saveAll(visitor, id, { ...Object.fromEntries(items.map((item) => [item, level(1)])), ...changed });
      expect((await visitor.post(`/api/responses/${id}/submission`, { language: 'sv' })).statusCode).toBe(201);
      return id;
    };
    await answeredAgain({});
    const id = await answeredAgain({ 'D1.1': level(2), 'D1.2': level(3) });

    const { change } = await reportOf(visitor, of(id, 'sv', 'json'));
    const own = (await visitor.get(`/api/responses/${id}/change`)).json<OwnChange>();
    const paper = await readPdf((await visitor.get(of(id, 'sv', 'pdf'))).rawPayload);
    const said = paper.text.slice(paper.text.indexOf('Sedan förra gången'));

    expect(
      change?.dimensions.map(({ dimension, verdict, holdsTogether }) => [dimension, verdict, holdsTogether]),
    ).toEqual(own.change?.dimensions.map((each) => [each.dimension, each.verdict, each.change?.holdsTogether]));
    expect(change?.dimensions[0]).toMatchObject({ dimension: 'D1', verdict: 'risen', holdsTogether: false });
    expect(said).toContain('Inget område har med säkerhet ändrats.');
    expect(said).toContain('Tecken på att ha stigit: Affärsmodeller.');
    expect(said).toContain('När 5 områden jämförs på en gång får slumpen ensam ungefär ett av tjugo');
    expect(said).toContain('Affärsmodeller 1,0 2,5 tecken på att ha stigit');
  });

  test('tell no level where the page tells none, on paper, in the table and in the workbook', async () => {
    const visitor = site.newVisitor();
    const id = await answeredBy(visitor, {}, { 'X1.1': level(2), 'X1.5': level(0), 'X1.3': dontKnow });
    const { dimensions } = await reportOf(visitor, of(id, 'sv', 'json'));
    const unsure = dimensions.find(({ dimension }) => dimension === 'X1');
    const { text } = await readPdf((await visitor.get(of(id, 'sv', 'pdf'))).rawPayload);
    const csv = (await visitor.get(of(id, 'sv', 'csv'))).body;
    const rows = await readSheet((await visitor.get(of(id, 'sv', 'xlsx'))).rawPayload, 'Nivåer');
    const row = rows.find(([code]) => code === 'X1');

    expect(unsure).toMatchObject({ status: 'scored', level: 1 });
    expect(text).toContain('Grönt och cirkulärt mellan 0,7 och 2,0');
    expect(csv).toMatch(/^X1;Grönt och cirkulärt;;0,6\d+;2;.*;"?Ingen säker nivå, svar saknas"?;/m);
    expect([row?.[2], row?.[4], row?.[10]]).toEqual([null, 2, 'Ingen säker nivå, svar saknas']);
    expect(csv).toMatch(/^D1;Affärsmodeller;2,5;.*;Har nivå;/m);
  });

  test('are made one at a time of one result, and others do not wait for that', async () => {
    const other = site.newVisitor();
    const others = await answeredBy(other);
    const mine = Array.from({ length: 3 }, () => keyHolder.get(of(responseId, 'sv', 'pdf')));
    const theirs = other.get(of(others, 'sv', 'pdf'));

    expect((await Promise.all(mine)).map(({ statusCode }) => statusCode).sort()).toEqual([200, 503, 503]);
    expect((await theirs).statusCode).toBe(200);
  });

  test('are not made for whoever left while they were gathered, and others of the result do not wait for that', async () => {
    await site.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = site.app.server.address() as AddressInfo;
    const cookie = keyHolder.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const leaving = new AbortController();
    let left: Promise<unknown> = Promise.resolve();
    await meanwhile(
      site,
      (holder) => holder.query('lock table crosswalk_answers in access exclusive mode'),
      async () => {
        const address = `http://127.0.0.1:${port}${of(responseId, 'sv', 'pdf')}`;
        left = fetch(address, { headers: { cookie }, signal: leaving.signal }).catch(() => 'left');
      },
      async () => {
        leaving.abort();
        await left;
        await vi.waitFor(async () => expect(await connections()).toBe(0), { timeout: 5000 });
      },
    );

    expect((await keyHolder.get(of(responseId, 'sv', 'pdf'))).statusCode).toBe(200);
  });

  test('are tagged on paper: one title, headings in order, heads of rows and columns, pictures in words', async () => {
    const paper = await readPdf((await keyHolder.get(of(responseId, 'sv', 'pdf'))).rawPayload);
    const { isTagged, structure, fonts, bookmarks, title } = paper;
    const headings = structure.flatMap(({ role }) => (/^H[1-6]$/.test(role ?? '') ? [Number(role?.slice(1))] : []));
    expect(isTagged).toBe(true);
    expect(headings[0]).toBe(1);
    expect(headings.filter((rank) => rank === 1)).toHaveLength(1);
    expect(headings.every((rank, at) => at === 0 || rank <= (headings[at - 1] ?? 0) + 1)).toBe(true);
    expect(structure.filter(({ role }) => role === 'TH').length).toBeGreaterThan(0);
    const figures = structure.filter(({ role }) => role === 'Figure');
    expect(figures.length).toBeGreaterThan(0);
    for (const { alt } of figures) expect(alt).toMatch(/\w/);
    expect(figures[0]?.alt).toMatch(/Affärsmodeller: [^;]*, mål 3 \(förslag\);/);
    expect(fonts.embedded).toBe(fonts.used);
    expect(bookmarks[0]).toBe(title);
    expect(bookmarks.indexOf('I korthet')).toBeLessThan(bookmarks.indexOf('Nivå per område'));
  });

  test('make a calendar file', async () => {
    const reply = await keyHolder.get(of(responseId, 'sv', 'ics'));
    expect(reply.body).toContain('BEGIN:VEVENT');
  });

  test('say the day it was in Sweden when the answers were given, in every file', async () => {
    // Half past midnight on 15 June there, and still 14 June by universal time.
    const atNight = await startTestApp({}, { clock: createTestClock('2027-06-14T22:30:00.000Z') });
    const visitor = atNight.newVisitor();
    const id = await answeredBy(visitor);
    const fileOf = (format: string) => visitor.get(of(id, 'sv', format));
    const { text } = await readPdf((await fileOf('pdf')).rawPayload);
    const about = new Map(
      (await readSheet((await fileOf('xlsx')).rawPayload, 'Om')).map(([what, value]) => [what, value]),
    );
    const [csv, ics] = [(await fileOf('csv')).body, (await fileOf('ics')).body];
    await atNight.close();

    expect(text).toContain('Svaren lämnades in 15 juni 2027');
    expect(about.get('Svaren lämnades in')).toEqual(new Date('2027-06-15T00:00:00Z'));
    expect(csv).toContain('Svaren lämnades in;2027-06-15');
    expect(ics).toContain('DTSTART;VALUE=DATE:20280615');
  });

  test('are nobody else’s', async () => {
    const other = site.newVisitor();
    await answeredBy(other);
    expect((await other.get(of(responseId, 'sv', 'json'))).statusCode).toBe(404);
    expect((await site.newVisitor().get(of(responseId, 'sv', 'pdf'))).statusCode).toBe(404);
    expect((await keyHolder.get(of(randomUUID(), 'sv', 'pdf'))).statusCode).toBe(404);
  });
});
