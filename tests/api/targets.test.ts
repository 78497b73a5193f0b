import { randomUUID } from 'node:crypto';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultDocument } from '#shared/contracts/results.ts';
import * as endpoints from '#shared/contracts/targets.ts';
import { languages } from '#shared/domain/language.ts';
import { type Report, reportSchema } from '#shared/domain/report/report.ts';
import { targetAreas, targetOf } from '#shared/domain/scoring/targets.ts';
import { sharedParts } from '#shared/domain/sharing/share-choice.ts';
import { level, saveAll, start, submitted } from '../support/answering.ts';
import { describeEndpoint, noInput } from '../support/endpoint-families.ts';
import { exampleBodies } from '../support/example-bodies.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn, startFirmsApp } from '../support/firms.ts';
import { readPdf } from '../support/pdf.ts';
import { type Owner, signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import { choiceOf, makeLink, openLink } from '../support/result-links.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

const of = (responseId: string) => `/api/responses/${responseId}/targets`;
const none = { targets: [], revision: 0, canChange: true };
const own = [
  { dimension: 'D1', level: 4 },
  { dimension: 'D3', level: 2 },
];
const body = (revision = 0, targets: readonly object[] = own) => ({ targets, revision });

async function newStranger(): Promise<Visitor> {
  const visitor = site.newVisitor();
  await submitted(visitor);
  return visitor;
}

describeEndpoint(endpoints.getTargets, {
  'refuses who has no key': async () => {
    const responseId = await submitted(site.newVisitor());
    expectProblem(await site.newVisitor().get(of(responseId)), 404, 'not-found');
  },
  'refuses the wrong role': async () => {
    const { responseId } = await signedInOwner(site);
    const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
    expectProblem(await advisor.visitor.trespass({ url: of(responseId) }), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    const owner = await signedInOwner(site);
    await owner.visitor.put(of(owner.responseId), body());
    for (const visitor of [await newStranger(), (await signedInOwner(site)).visitor])
      expectProblem(await visitor.trespass({ url: of(owner.responseId) }), 404, 'not-found');
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    expectProblem(await visitor.get(of(await start(visitor))), 404, 'not-found');
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    expect((await visitor.get(of(await submitted(visitor)))).json()).toEqual(none);
  },
});

describeEndpoint(endpoints.saveTargets, {
  'refuses who has no key': async () => {
    const responseId = await submitted(site.newVisitor());
    expectProblem(await site.newVisitor().put(of(responseId), body()), 404, 'not-found');
  },
  'refuses the wrong role': async () => {
    const owner = await signedInOwner(site);
    const { visitor } = await signedInMember(site, owner.firmId, 'respondent');
    await letIn(owner, 'compare');
    const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
    for (const each of [visitor, advisor.visitor]) {
      const reply = await each.trespass({ method: 'PUT', url: of(owner.responseId), body: body() });
      expectProblem(reply, 404, 'not-found');
    }
  },
  'hides what belongs to another firm': async () => {
    const owner = await signedInOwner(site);
    const stranger = await newStranger();
    const reply = await stranger.trespass({ method: 'PUT', url: of(owner.responseId), body: body() });

    expectProblem(reply, 404, 'not-found');
    expect((await owner.visitor.get(of(owner.responseId))).json()).toEqual(none);
  },
  'refuses an invalid request': async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    const put = (targets: readonly object[], more = {}) =>
      visitor.put(of(responseId), { ...body(0, targets), ...more });

    expect((await put([{ dimension: 'D77', level: 3 }])).json()).toMatchObject({
      errors: [{ path: 'body/targets', code: 'unknown-dimension' }],
    });
    expect((await put([...own, ...own])).json()).toMatchObject({
      errors: [{ path: 'body/targets', code: 'given-twice' }],
    });
    for (const wrong of [0, 5, 2.5, null, '3'])
      expect((await put([{ dimension: 'D1', level: wrong }])).statusCode).toBe(422);
    expect((await put(own, { revision: -1 })).statusCode).toBe(422);
    expect((await put(own, { firmId: randomUUID() })).statusCode).toBe(422);
    expect((await visitor.get(of(responseId))).json()).toEqual(none);
  },
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    expectProblem(await visitor.put(of(await start(visitor)), body()), 404, 'not-found');
    expectProblem(await visitor.put(of(randomUUID()), body()), 404, 'not-found');
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    const frozen = () =>
      site.admin.query('select score_profile, routing from submissions where response_id = $1', [responseId]);
    const before = (await frozen()).rows;
    const saved = await visitor.put(of(responseId), body());

    expect(saved.statusCode, saved.body).toBe(200);
    expect(saved.json()).toEqual({ targets: own, revision: 1, canChange: true });
    expect((await visitor.get(of(responseId))).json()).toEqual(saved.json());
    expect((await frozen()).rows).toEqual(before);
  },
});

test('of two tabs the one that has not seen the newest stores nothing, and is told so', async () => {
  const { visitor, responseId } = await signedInOwner(site);
  await visitor.put(of(responseId), body());
  const late = await visitor.put(of(responseId), body(0, [{ dimension: 'D2', level: 1 }]));

  expectProblem(late, 409, 'changed-meanwhile');
  expect((await visitor.get(of(responseId))).json()).toMatchObject({ revision: 1, targets: own });
});

test('two that save at the same moment follow each other: one is stored, the other is told', async () => {
  const { visitor, responseId } = await signedInOwner(site);
  const replies = await Promise.all([
    visitor.put(of(responseId), body()),
    visitor.put(of(responseId), body(0, [{ dimension: 'D2', level: 1 }])),
  ]);

  expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
});

test('the same request succeeds again, in whatever order it names the areas, and changes nothing', async () => {
  const { visitor, responseId } = await signedInOwner(site);
  const first = await visitor.put(of(responseId), body());
  const again = await visitor.put(of(responseId), body(0, own.toReversed()));

  expect(again.statusCode).toBe(200);
  expect(again.json()).toEqual(first.json());
});

test('an area that is left out is as proposed again, and a row keeps what it came with until it changes', async () => {
  const { visitor, responseId, firmId, personId } = await signedInOwner(site);
  await visitor.put(of(responseId), body());
  const second = await visitor.put(of(responseId), body(1, own.slice(0, 1)));

  expect(second.json()).toMatchObject({ targets: own.slice(0, 1), revision: 2 });
  const { rows } = await site.admin.query(
    'select dimension_code, level, revision, person_id from firm_targets where firm_id = $1 order by dimension_code',
    [firmId],
  );
  expect(rows).toEqual([
    { dimension_code: 'D1', level: 4, revision: 1, person_id: personId },
    { dimension_code: 'D3', level: null, revision: 2, person_id: personId },
  ]);
});

test('whoever sets a target anew stands behind it, whoever did before', async () => {
  const { visitor, responseId, firmId, personId } = await signedInOwner(site);
  await visitor.put(of(responseId), body());
  await site.admin.query('update firm_targets set person_id = null where firm_id = $1', [firmId]);
  await visitor.put(of(responseId), body(1, own.slice(0, 1)));

  const { rows } = await site.admin.query(
    'select dimension_code, person_id from firm_targets where firm_id = $1 order by dimension_code',
    [firmId],
  );
  expect(rows).toEqual([
    { dimension_code: 'D1', person_id: null },
    { dimension_code: 'D3', person_id: personId },
  ]);
});

test('a result on another questionnaire shows and keeps the targets of areas that it does not have', async () => {
  const owner = await signedInOwner(site);
  const process = await answeredAgain(owner, 'process');
  const areas = (await owner.visitor.get(`/api/responses/${process}/result`)).json<ResultDocument>();
  expect(areas.scoreProfile.dimensions.map(({ dimension }) => dimension)).not.toContain('D1');
  await owner.visitor.put(of(owner.responseId), body());

  const seen = (await owner.visitor.get(of(process))).json<{ targets: object[]; revision: number }>();
  expect(seen).toMatchObject({ targets: own, revision: 1 });
  const more = [...seen.targets, { dimension: 'PM1', level: 2 }];
  const saved = await owner.visitor.put(of(process), body(seen.revision, more));

  expect(saved.statusCode, saved.body).toBe(200);
  expect((await owner.visitor.get(of(owner.responseId))).json()).toMatchObject({ targets: more, revision: 2 });
  // What has no target yet and is not in the questionnaire is not known there.
  const unknown = await owner.visitor.put(of(process), body(2, [...more, { dimension: 'D9', level: 2 }]));
  expect(unknown.statusCode).toBe(422);
});

/** The same firm with another form. */
async function answeredAgain({ visitor, firmId }: Owner, formCode: string): Promise<string> {
  const { profile } = (
    await site.admin.query<{ profile: object }>('select profile from submissions where firm_id = $1 limit 1', [firmId])
  ).rows[0] ?? { profile: {} };
  const begun = await visitor.post(`/api/firms/${firmId}/responses`, { formCode, language: 'sv', profile });
  expect(begun.statusCode, begun.body).toBe(201);
  const { responseId } = begun.json<{ responseId: string }>();
  await saveAll(visitor, responseId, { 'PM1.1': level(1), 'PM1.2': level(2) });
  const reply = await visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
  return responseId;
}

test('a respondent of the firm reads the targets on the own result, and does not set them', async () => {
  const owner = await signedInOwner(site);
  const { visitor } = await signedInMember(site, owner.firmId, 'respondent');
  const responseId = await answeredAgain({ ...owner, visitor }, 'process');
  await owner.visitor.put(of(owner.responseId), body());

  expect((await visitor.get(of(responseId))).json()).toMatchObject({ targets: own, canChange: false });
  expectProblem(await visitor.put(of(responseId), body(1, [])), 404, 'not-found');
});

test('of the example that everybody opens on a demo site nobody sets targets', async () => {
  const visitor = site.newVisitor();
  const responseId = await submitted(visitor);
  await site.admin.query(
    'update firms set is_simulated = true where firm_id = (select firm_id from responses where response_id = $1)',
    [responseId],
  );

  expect((await visitor.get(of(responseId))).json()).toMatchObject({ canChange: false });
  expectProblem(await visitor.put(of(responseId), body()), 404, 'not-found');
});

test('what was aimed at without an account stays when the firm gets one', async () => {
  const { visitor } = await signedIn(site, {}, ['owner']);
  const responseId = await submitted(visitor);
  await visitor.put(of(responseId), body());
  expect((await visitor.post(`/api/responses/${responseId}/claim`)).statusCode).toBe(200);

  expect((await visitor.get(of(responseId))).json()).toMatchObject({ targets: own, revision: 1, canChange: true });
});

test('the log tells that targets were changed and how many, not which', async () => {
  const { visitor, responseId, firmId } = await signedInOwner(site);
  await visitor.put(of(responseId), body());
  await visitor.put(of(responseId), body());
  await visitor.put(of(responseId), body(1, []));
  const { rows } = await site.admin.query(
    `select detail from audit_events where object_id = $1 and action = 'targets-set' order by detail ->> 'own' desc`,
    [firmId],
  );

  expect(rows.map(({ detail }) => detail)).toEqual([
    { changed: 2, own: 2 },
    { changed: 2, own: 0 },
  ]);
});

test('the copy of data of each owner has all that the firm aims at, whoever set it, and that of others nothing', async () => {
  const owner = await signedInOwner(site);
  await owner.visitor.put(of(owner.responseId), body());
  const { visitor } = await signedInMember(site, owner.firmId, 'respondent');
  const held = own.map((each) => ({ ...each, setAt: site.clock.now().toISOString() }));

  expect((await owner.visitor.get('/api/account/data')).json()).toMatchObject({ firms: [{ targets: held }] });
  const colleague = await signedInMember(site, owner.firmId, 'owner');
  expect((await colleague.visitor.get('/api/account/data')).json()).toMatchObject({ firms: [{ targets: held }] });
  expect((await visitor.get('/api/account/data')).json()).toMatchObject({ firms: [{ targets: [] }] });
});

test('nothing of it stays when the firm is erased, in part or whole, and no name when a person is', async () => {
  const [part, whole, left] = [await signedInOwner(site), await signedInOwner(site), await signedInOwner(site)];
  for (const { visitor, responseId } of [part, whole, left]) await visitor.put(of(responseId), body());
  await site.admin.query('update firms set reduced_at = now() where firm_id = $1', [part.firmId]);
  await site.admin.query('select mattstock.erase_firm($1)', [whole.firmId]);
  await site.admin.query('select erase_person($1, now(), true)', [left.personId]);
  const rowsOf = async (firmId: string) =>
    (await site.admin.query('select person_id from firm_targets where firm_id = $1', [firmId])).rows;

  expect(await rowsOf(part.firmId)).toEqual([]);
  expect(await rowsOf(whole.firmId)).toEqual([]);
  expect(await rowsOf(left.firmId)).toEqual([{ person_id: null }, { person_id: null }]);
});

const fileOf = (responseId: string, language: string, format: string) =>
  `/api/responses/${responseId}/report/${language}/${format}`;

/** Two areas below the proposal, of which one is aimed high and one low. */
async function aiming(): Promise<Owner> {
  const owner = await signedInOwner(site);
  await owner.visitor.put(of(owner.responseId), body());
  return owner;
}

const textOf = async ({ rawPayload }: { rawPayload: Buffer }) =>
  (await readPdf(rawPayload)).text.replaceAll(/\s+/g, ' ');

/** The areas that concern the firm. */
const concerning = ({ dimensions }: Report) => dimensions.filter(({ status }) => status !== 'not-applicable');

/** As if the questions of an area were none of the firm's. */
async function leaveOut(responseId: string, area: string): Promise<void> {
  const client = await site.admin.connect();
  try {
    // Straight into what was frozen: no area of the questionnaire as it is can be left out whole by its answers.
    await client.query(`begin; set local session_replication_role = 'replica'`);
    await client.query(
      `update submissions set score_profile = jsonb_set(score_profile, '{dimensions}', (
         select jsonb_agg(case when d ->> 'dimension' = $2 then d || $3 else d end order by place)
         from jsonb_array_elements(score_profile -> 'dimensions') with ordinality as of_profile (d, place)))
       where response_id = $1`,
      [
        responseId,
        area,
        { status: 'not-applicable', level: null, percent: null, band: null, range: null, rangeBands: null },
      ],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

describe('an area that does not concern the firm', () => {
  test('has no target in any file, and is in no count of areas: page and paper say the same', async () => {
    const owner = await signedInOwner(site);
    const { responseId } = owner;
    await leaveOut(responseId, 'X4');
    const { scoreProfile } = (await owner.visitor.get(`/api/responses/${responseId}/result`)).json<ResultDocument>();
    const areas = targetAreas(scoreProfile.dimensions);
    await owner.visitor.put(of(responseId), body(0, [...own, { dimension: 'X4', level: 2 }]));
    const get = (format: string) => owner.visitor.get(fileOf(responseId, 'sv', format));
    const report = reportSchema.parse((await get('json')).json<Report>());
    const sheet = await readSheet((await get('xlsx')).rawPayload, 'Nivåer');
    const text = await textOf(await get('pdf'));

    expect(scoreProfile.dimensions.map(({ dimension }) => dimension)).toContain('X4');
    expect(areas).not.toContain('X4');
    // X4 has a target that holds once it concerns the firm again.
    expect(text).toContain(`Ni har satt egna mål i 2 av ${areas.length} områden.`);
    expect(report.dimensions.find(({ dimension }) => dimension === 'X4')?.target).toBeNull();
    expect(sheet.find(([code]) => code === 'X4')?.slice(-2)).toEqual([null, null]);
    expect((await get('csv')).body.split('\r\n').find((line) => line.startsWith('X4;'))).toMatch(/;;$/);

    await owner.visitor.put(
      of(responseId),
      body(
        1,
        areas.map((dimension) => ({ dimension, level: 2 })),
      ),
    );
    expect(await textOf(await get('pdf'))).toContain('Målen är era egna i alla områden.');
  });
});

describe('the next steps on paper', () => {
  test('say that the targets are reached, and name no other level, when the firm aims low', async () => {
    const owner = await signedInOwner(site);
    const begun = await owner.visitor.post(`/api/firms/${owner.firmId}/responses`, exampleBodies['startFirmResponse']);
    const { responseId } = begun.json<{ responseId: string }>();
    await saveAll(owner.visitor, responseId, { 'D1.1': level(2), 'D1.2': level(1) });
    await owner.visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
    const saved = await owner.visitor.put(of(responseId), body(0, [{ dimension: 'D1', level: 1 }]));
    expect(saved.statusCode, saved.body).toBe(200);
    const text = await textOf(await owner.visitor.get(fileOf(responseId, 'sv', 'pdf')));

    expect(text).toContain('Allt som är besvarat har nått målen.');
    expect(text).not.toContain('har nått nivå');
  });
});

test.each(languages)('every file of the firm itself says the same targets as the page, in %s', async (language) => {
  const { visitor, responseId } = await aiming();
  const get = (format: string) => visitor.get(fileOf(responseId, language, format));
  const report = reportSchema.parse((await get('json')).json<Report>());
  const { targets } = (await visitor.get(of(responseId))).json<{ targets: Parameters<typeof targetOf>[1] }>();
  const sheet = await readSheet((await get('xlsx')).rawPayload, language === 'sv' ? 'Nivåer' : 'Levels');
  const lines = (await get('csv')).body.split('\r\n');
  const { text } = await readPdf((await get('pdf')).rawPayload);
  const words = language === 'sv' ? { own: 'eget', proposed: 'förslag' } : { own: 'own', proposed: 'proposal' };

  expect(targets).toEqual(own);
  for (const { dimension, status, target } of report.dimensions) {
    const wanted = targetOf(dimension, targets);
    if (status === 'not-applicable') continue;
    const said = wanted.isProposal ? words.proposed : words.own;
    expect(target).toEqual(wanted);
    expect(sheet.find(([code]) => code === dimension)?.slice(-2)).toEqual([wanted.level, said]);
    const line = lines.find((each) => each.startsWith(`${dimension};`));
    expect(line?.split(';').slice(-2)).toEqual([String(wanted.level), said]);
    expect(text).toContain(`${wanted.level} (${said})`);
  }
  for (const { aim, isProposal, area } of report.nextSteps) {
    const found = report.dimensions.find(({ name }) => name.sv === area.sv);
    expect(found?.target).toEqual({ level: aim, isProposal });
  }
  const all = concerning(report).length;
  const mixed =
    language === 'sv'
      ? `Ni har satt egna mål i 2 av ${all} områden.`
      : `You have set targets of your own in 2 of ${all} areas.`;
  expect(text).toContain(mixed);
});

test('an adviser’s file and a link say the proposal: what the firm aims at is its own affair', async () => {
  const owner = await aiming();
  const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
  await letIn(owner, 'compare');
  const at = `/api/advisor/organisations/${advisor.organisationId}/firms/${owner.firmId}`;
  const file = `${at}/responses/${owner.responseId}/report/sv/json`;
  const report = reportSchema.parse((await advisor.visitor.get(file)).json<Report>());
  const { key } = await makeLink(owner.visitor, owner.responseId, {
    choice: choiceOf(sharedParts.filter((part) => part !== 'change')),
  });

  for (const { target } of concerning(report)) expect(target).toEqual({ level: 3, isProposal: true });
  expect(report.nextSteps.every(({ aim, isProposal }) => aim === 3 && isProposal)).toBe(true);
  const paper = await readPdf((await advisor.visitor.get(file.replace('/sv/json', '/sv/pdf'))).rawPayload);
  expect(paper.text.replaceAll(/\s+/g, ' ')).toContain('Vad företaget självt siktar på är inte med.');
  expect((await advisor.visitor.get(at)).body).not.toContain('"targets"');
  expect(JSON.stringify(await openLink(site.newVisitor(), key))).not.toContain('"targets"');
});
