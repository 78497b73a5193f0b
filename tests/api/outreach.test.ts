import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import * as contract from '#shared/contracts/outreach.ts';
import { providerCodes } from '../support/coordination.ts';
import { deliverMails } from '../support/delivery.ts';
import { alwaysThere, describeEndpoint, isPublic, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn } from '../support/firms.ts';
import { type Owner, type Staff, signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import { askForContact } from '../support/referrals.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { createTestClock } from '../support/test-clock.ts';
import type { Visit } from '../support/visitor.ts';

const dayMs = 86_400_000;
let site: TestApp;
let provider: string;
let advisor: Staff;
let stranger: Staff;
let owner: Owner;

beforeAll(async () => {
  // At ten in Sweden, today: mail about work goes by day.
  const day = new Date().toISOString().slice(0, 10);
  site = await startTestApp({ rateLimitPerMinute: 100_000 }, { clock: createTestClock(`${day}T09:00:00.000Z`) });
});
beforeEach(async () => {
  for (const table of ['provider_contacts', 'contact_opt_outs', 'round_reminders', 'outbox_mails']) {
    await site.admin.query(`delete from ${table}`);
  }
  const [first, second] = await providerCodes(site);
  provider = first;
  advisor = await signedInAs(site, 'advisor', { organisation: first });
  stranger = await signedInAs(site, 'advisor', { organisation: second });
  owner = await signedInOwner(site);
});
afterAll(() => site.close());

const place = ({ organisationId }: Pick<Staff, 'organisationId'>, rest: string) =>
  `/api/advisor/organisations/${organisationId}/${rest}`;
const csv = (text: string) => ({ kind: 'csv', base64: Buffer.from(text).toString('base64') });
const columns = { ...contract.noColumns, firmName: 0, email: 1, organisationNumber: 2 };
const people = csv('Företag;E-post;Orgnr\nBruket AB;Kim@Bruket.example;556036-0793\nSågen;eva@sagen.example;\n');
const importOf = (file: object = people, accepts = 'whole-file') => ({ file, columns, accepts });

async function imported(staff: Staff = advisor, file: object = people, accepts = 'whole-file') {
  const reply = await staff.visitor.post(place(staff, 'contact-imports'), importOf(file, accepts));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<contract.ImportReport>();
}

async function contactsOf(staff: Staff = advisor, query = ''): Promise<contract.ContactDocument[]> {
  return (await staff.visitor.get(place(staff, `contacts${query}`))).json<{ contacts: contract.ContactDocument[] }>()
    .contacts;
}

/** The families that are alike for every endpoint of a provider. */
function closed(visit: (staff: Staff) => Visit) {
  return {
    'refuses who has no key': async () => {
      expectProblem(await site.newVisitor().send(visit(advisor)), 401, 'sign-in-required');
    },
    'refuses the wrong role': async () => {
      const others = [await signedIn(site), owner, await signedInAs(site, 'analyst'), await signedInAs(site, 'editor')];
      for (const { visitor } of [...others, await signedInAs(site, 'administrator')]) {
        expectProblem(await visitor.send(visit(advisor)), 404, 'not-found');
      }
      const unproved = await signedInAs(site, 'advisor', { organisation: provider, hasSecondFactor: false });
      expectProblem(await unproved.visitor.send(visit(advisor)), 403, 'second-factor-required');
    },
    'hides what belongs to another firm': async () => {
      await imported();
      expectProblem(await stranger.visitor.send(visit(advisor)), 404, 'not-found');
      expect(await contactsOf(stranger)).toEqual([]);
      expect(await contactsOf()).toHaveLength(2);
    },
    'does not find what is not there': async () => {
      const nowhere = { ...advisor, organisationId: randomUUID() };
      expectProblem(await advisor.visitor.send(visit(nowhere)), 404, 'not-found');
    },
  };
}

const post =
  (rest: string, body: object) =>
  (staff: Staff): Visit => ({ method: 'POST', url: place(staff, rest), body });

describeEndpoint(contract.readContactFile, {
  ...closed(post('contact-files', { file: people })),
  'refuses an invalid request': async () => {
    const send = (file: object) => advisor.visitor.post(place(advisor, 'contact-files'), { file });
    expectProblem(await send({ kind: 'ods', base64: 'QQ==' }), 422, 'invalid-request');
    expectProblem(
      await send({ kind: 'xlsx', base64: Buffer.from('no workbook').toString('base64') }),
      422,
      'file-not-readable',
    );
    for (const [text, code] of [
      ['a text without any table', 'no-table'],
      ['Företag;E-post\n', 'no-rows'],
      ['Företag;E-post\n;\n ;\n', 'no-rows'],
    ] as const) {
      const reply = await send(csv(text));
      expectProblem(reply, 422, 'file-not-readable');
      expect(reply.json()).toMatchObject({ errors: [{ code }] });
    }
    const long = await send(csv(`Företag;E-post\n${'a;b\n'.repeat(5001)}`));
    expectProblem(long, 422, 'file-not-readable');
    expect(long.json()).toMatchObject({ errors: [{ code: 'too-many-rows' }] });
    expectProblem(await send({ kind: 'csv', base64: 'A'.repeat(3_000_000) }), 413, 'payload-too-large');
  },
  succeeds: async () => {
    const reply = await advisor.visitor.post(place(advisor, 'contact-files'), { file: people });
    expect(reply.json()).toEqual({
      headings: ['Företag', 'E-post', 'Orgnr'],
      sample: [
        ['Bruket AB', 'Kim@Bruket.example', '556036-0793'],
        ['Sågen', 'eva@sagen.example', ''],
      ],
      rowCount: 2,
      guess: { firmName: 0, email: 1, organisationNumber: 2, contactName: null, telephone: null, language: null },
    });
    expect(await contactsOf()).toEqual([]);
  },
});

describeEndpoint(contract.importContacts, {
  ...closed(post('contact-imports', importOf())),
  'refuses an invalid request': async () => {
    const reply = await advisor.visitor.post(place(advisor, 'contact-imports'), {
      ...importOf(),
      columns: { ...columns, email: null },
    });
    expectProblem(reply, 422, 'invalid-request');
    expect(reply.json()).toMatchObject({ errors: [{ path: 'body/columns', code: 'firm-and-address-needed' }] });
  },
  succeeds: async () => {
    expect(await imported()).toEqual({ good: 2, known: 0, lettingIn: 0, faulty: [], faultyCount: 0, stored: 2 });
    expect(await contactsOf()).toMatchObject([
      { firmName: 'Bruket AB', email: 'kim@bruket.example', organisationNumber: '5560360793', invitedAt: null },
      { firmName: 'Sågen', email: 'eva@sagen.example', organisationNumber: null },
    ]);
  },
});

describeEndpoint(contract.listContacts, {
  ...closed((staff) => ({ url: place(staff, 'contacts') })),
  'refuses an invalid request': async () => {
    expectProblem(await advisor.visitor.get(place(advisor, 'contacts?page=x')), 422, 'invalid-request');
  },
  succeeds: async () => {
    await imported();
    expect((await contactsOf(advisor, '?search=eva')).map(({ firmName }) => firmName)).toEqual(['Sågen']);
    expect((await advisor.visitor.get(place(advisor, 'contacts?page=1'))).json()).toEqual({ contacts: [], count: 2 });
  },
});

describeEndpoint(contract.removeContact, {
  ...closed((staff) => ({ method: 'POST', url: place(staff, `contacts/${randomUUID()}/removal`) })),
  'refuses an invalid request': async () => {
    expectProblem(await advisor.visitor.post(place(advisor, 'contacts/x/removal')), 422, 'invalid-request');
  },
  succeeds: async () => {
    await imported();
    const [first] = await contactsOf();
    const removal = place(advisor, `contacts/${first?.contactId}/removal`);
    expect((await advisor.visitor.post(removal)).statusCode).toBe(200);
    expect(await contactsOf()).toHaveLength(1);
    expectProblem(await advisor.visitor.post(removal), 404, 'not-found');
  },
});

const invite = async (staff: Staff = advisor) => {
  const contactIds = (await contactsOf(staff)).map(({ contactId }) => contactId);
  const reply = await staff.visitor.post(place(staff, 'contact-invitations'), { contactIds });
  return reply.json<{ results: { outcome: string }[] }>().results.map(({ outcome }) => outcome);
};

describeEndpoint(contract.inviteContacts, {
  ...closed(post('contact-invitations', { contactIds: [randomUUID()] })),
  'refuses an invalid request': async () => {
    const reply = await advisor.visitor.post(place(advisor, 'contact-invitations'), { contactIds: [] });
    expectProblem(reply, 422, 'invalid-request');
  },
  succeeds: async () => {
    await imported();
    expect(await invite()).toEqual(['done', 'done']);
    const mails = await deliverMails(site);
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual(['eva@sagen.example', 'kim@bruket.example']);
    const mail = mails.find(({ recipient }) => recipient === 'eva@sagen.example');
    expect(mail?.text).toContain('https://mattstock.example/start');
    expect(mail?.text).toMatch(/https:\/\/mattstock\.example\/opt-out#[0-9a-f-]{36}/);
    expect(mail?.text).toContain('att göra en första omgång i Måttstock');
    const { forms } = (await site.newVisitor().get('/api/site')).json<{ forms: { minutes: number }[] }>();
    expect(mail?.text).toContain(`Snabbkollen tar ungefär ${forms[0]?.minutes} minuter.`);
  },
});

test('a file says in which language each is written to, which holds until another is chosen', async () => {
  const file = csv('Företag;E-post;Språk\nBruket AB;kim@bruket.example;English\nSågen;eva@sagen.example;\n');
  const withLanguage = { ...contract.noColumns, firmName: 0, email: 1, language: 2 };
  const send = (of: object, accepts = 'whole-file') =>
    advisor.visitor.post(place(advisor, 'contact-imports'), { file: of, columns: withLanguage, accepts });
  expect((await send(file)).json()).toMatchObject({ stored: 2, faultyCount: 0 });
  const languagesNow = async () => (await contactsOf()).map(({ firmName, language }) => [firmName, language]);
  expect(await languagesNow()).toEqual([
    ['Bruket AB', 'en'],
    ['Sågen', 'sv'],
  ]);

  // A later file that does not say leaves it, and one that does changes it.
  await imported();
  expect((await languagesNow())[0]).toEqual(['Bruket AB', 'en']);
  const contactIds = (await contactsOf()).map(({ contactId }) => contactId);
  await advisor.visitor.post(place(advisor, 'contact-invitations'), { contactIds });
  const { rows } = await site.admin.query(
    `select recipient, language from outbox_mails where kind = 'contact-invitation' order by recipient`,
  );
  expect(rows).toEqual([
    { recipient: 'eva@sagen.example', language: 'sv' },
    { recipient: 'kim@bruket.example', language: 'en' },
  ]);
  await send(csv('Företag;E-post;Språk\nBruket AB;kim@bruket.example;sv\n'));
  expect((await languagesNow())[0]).toEqual(['Bruket AB', 'sv']);
  expect((await send(csv('Företag;E-post;Språk\nÅn;an@an.example;suomi\n'), 'nothing')).json()).toMatchObject({
    good: 0,
    faulty: [{ row: 2, faults: ['faulty-language'] }],
  });
});

test('a contact is written to in the language that was chosen for it, and no other is', async () => {
  await imported();
  const [first, second] = await contactsOf();
  for (const [contact, language] of [
    [first, 'en'],
    [second, 'sv'],
  ] as const) {
    const body = { contactIds: [contact?.contactId], language };
    expect((await advisor.visitor.post(place(advisor, 'contact-invitations'), body)).statusCode).toBe(200);
  }
  const mails = await deliverMails(site);
  const subjectTo = (email = '') => mails.find(({ recipient }) => recipient === email)?.subject;
  expect(subjectTo(first?.email)).toBe('An invitation to measure your firm in Måttstock');
  expect(subjectTo(second?.email)).toBe('Inbjudan att mäta ert företag i Måttstock');
  const finnish = { contactIds: [first?.contactId], language: 'fi' };
  expectProblem(await advisor.visitor.post(place(advisor, 'contact-invitations'), finnish), 422, 'invalid-request');
});

test('a person is told of every provider that keeps the own address, and of nobody else’s', async () => {
  const told = async () =>
    (await owner.visitor.get('/api/account/data')).json<{ earlierContacts: object[] }>().earlierContacts;
  await imported();
  expect(await told()).toEqual([]);

  await imported(advisor, csv(`Företag;E-post;Orgnr\nBruket AB;${owner.email};556036-0793\n`));
  expect(await told()).toEqual([
    expect.objectContaining({
      organisationName: expect.objectContaining({ sv: expect.any(String) }),
      firmName: 'Bruket AB',
      organisationNumber: '5560360793',
      language: 'sv',
      importedAt: expect.any(String),
      invitedAt: null,
      saidNoAt: null,
    }),
  ]);

  await site.newVisitor().post('/api/contact-opt-outs', { code: await codeOf(owner.email) });
  expect(await told()).toEqual([expect.objectContaining({ firmName: null, saidNoAt: expect.any(String) })]);
});

/** Long enough ago that the next round is due. */
async function measuredLongAgo(firm: Owner): Promise<void> {
  await site.admin.query(
    `update firm_summaries set submitted_at = submitted_at - interval '13 months' where firm_id = $1`,
    [firm.firmId],
  );
}

const outcomesAt =
  (rest: string) =>
  async (firmIds: readonly string[], staff: Staff = advisor): Promise<string[]> => {
    const reply = await staff.visitor.post(place(staff, rest), { firmIds });
    expect(reply.statusCode, reply.body).toBe(200);
    return reply.json<{ results: { outcome: string }[] }>().results.map(({ outcome }) => outcome);
  };
const remind = outcomesAt('round-reminders');
const foresee = outcomesAt('round-reminder-forecasts');

describeEndpoint(contract.foreseeReminders, {
  ...closed(post('round-reminder-forecasts', { firmIds: [randomUUID()] })),
  'refuses an invalid request': async () => {
    expectProblem(
      await advisor.visitor.post(place(advisor, 'round-reminder-forecasts'), { firmIds: [] }),
      422,
      'invalid-request',
    );
  },
  succeeds: async () => {
    await letIn(owner, provider);
    await deliverMails(site);
    const nowhere = randomUUID();
    expect(await foresee([owner.firmId, nowhere, owner.firmId])).toEqual(['not-due', 'not-found']);
    await measuredLongAgo(owner);
    expect(await foresee([owner.firmId])).toEqual(['done']);
    expect(await deliverMails(site)).toEqual([]);
    expect(await remind([owner.firmId])).toEqual(['done']);
    expect(await foresee([owner.firmId])).toEqual(['reminded-lately']);
  },
});

describeEndpoint(contract.remindFirms, {
  ...closed(post('round-reminders', { firmIds: [randomUUID()] })),
  'refuses an invalid request': async () => {
    expectProblem(
      await advisor.visitor.post(place(advisor, 'round-reminders'), { firmIds: [] }),
      422,
      'invalid-request',
    );
  },
  succeeds: async () => {
    const second = await signedInMember(site, owner.firmId, 'owner');
    await signedInMember(site, owner.firmId, 'respondent');
    await letIn(owner, provider);
    await deliverMails(site);
    expect(await remind([owner.firmId, randomUUID()])).toEqual(['not-due', 'not-found']);
    await measuredLongAgo(owner);
    expect(await remind([owner.firmId])).toEqual(['done']);
    const mails = await deliverMails(site);
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([owner.email, second.email].sort());
    expect(mails[0]?.subject).toBe('Dags att mäta igen i Måttstock');
  },
});

describeEndpoint(contract.previewOutreach, {
  ...closed((staff) => ({ url: place(staff, 'outreach-previews') })),
  'refuses an invalid request': async () => {
    expectProblem(await advisor.visitor.get('/api/advisor/organisations/x/outreach-previews'), 422, 'invalid-request');
  },
  succeeds: async () => {
    const { reminder, invitation } = (
      await advisor.visitor.get(place(advisor, 'outreach-previews'))
    ).json<contract.OutreachPreviews>();
    expect(reminder.sv.plain).toContain('Företagets namn');
    expect(invitation.en.plain).toContain('legitimate interest');
    expect(invitation.en.parts.at(-1)).toMatchObject({ kind: 'link', address: expect.stringMatching(/\/opt-out#…$/) });
    expect(JSON.stringify({ reminder, invitation })).not.toMatch(/[{]\w+[}]/);
  },
});

const codeOf = async (email: string) =>
  (
    await site.admin.query<{ code: string }>('select opt_out_id as code from provider_contacts where email = $1', [
      email,
    ])
  ).rows[0]?.code ?? '';

describeEndpoint(contract.optOutOfContact, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    expectProblem(await site.newVisitor().post('/api/contact-opt-outs', { code: 'x' }), 422, 'invalid-request');
  },
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    await imported();
    await imported(stranger);
    await invite();
    const code = (
      await site.admin.query<{ code: string }>(
        `select opt_out_id as code from provider_contacts where email = 'kim@bruket.example' and organisation_id = $1`,
        [advisor.organisationId],
      )
    ).rows[0]?.code;
    // What waits is not sent either; and a code that is used up, or is none, is answered alike.
    for (const given of [code, code, randomUUID()]) {
      expect((await site.newVisitor().post('/api/contact-opt-outs', { code: given })).json()).toEqual({
        isNoted: true,
      });
    }
    expect((await deliverMails(site)).map(({ recipient }) => recipient)).toEqual(['eva@sagen.example']);
    expect((await contactsOf()).map(({ email }) => email)).toEqual(['eva@sagen.example']);
    expect(await contactsOf(stranger)).toHaveLength(2);
    // Nobody of the provider brings the address in again.
    const colleague = await signedInAs(site, 'manager', { organisation: provider });
    expect(await imported(colleague, people, 'good-rows')).toMatchObject({
      stored: 1,
      faulty: [{ row: 2, faults: ['opted-out'] }],
    });
    expect((await site.admin.query('select * from contact_opt_outs')).rows).toHaveLength(1);
    expect(JSON.stringify((await site.admin.query('select * from contact_opt_outs')).rows)).not.toContain('kim@');
    expect(await codeOf('nobody@example.se')).toBe('');
  },
});

describe('a file of earlier contacts', () => {
  const faulty = csv(
    [
      'Företag;E-post;Orgnr',
      'Bruket;kim@bruket.example;556036-0793',
      ';kim2@bruket.example;',
      'Sågen;ingen adress;',
      'Kvarnen;a@kvarnen.example;123',
      'Enskild;b@enskild.example;19800101-1234',
      'Bruket igen;KIM@bruket.example;',
      ';;',
      '=cmd|x;c@formel.example;',
    ].join('\r\n'),
  );

  test('with faults stores nothing until its good rows are accepted, and says what is wrong with which row', async () => {
    const report = await imported(advisor, faulty, 'whole-file');
    expect(report).toMatchObject({ good: 2, stored: 0, faultyCount: 5 });
    expect(report.faulty).toEqual([
      { row: 3, faults: ['no-firm-name'] },
      { row: 4, faults: ['faulty-address'] },
      { row: 5, faults: ['faulty-number'] },
      { row: 6, faults: ['personal-number'] },
      { row: 7, faults: ['twice-in-file'] },
    ]);
    expect(await contactsOf()).toEqual([]);
    expect(await imported(advisor, faulty, 'nothing')).toMatchObject({ stored: 0 });

    expect(await imported(advisor, faulty, 'good-rows')).toMatchObject({ stored: 2 });
    expect((await contactsOf()).map(({ firmName }) => firmName)).toEqual(['=cmd|x', 'Bruket']);
  });

  test('may be a workbook, and one that was saved as Windows-1252 or as what Excel calls Unicode text', async () => {
    const text = (value: string) => ({ value, type: String });
    const workbook = await writeExcelFile([
      [text('Bolag'), text('Mejl'), text('Organisationsnummer')],
      [text('Åkeriet'), text('per@akeriet.example'), text('')],
    ]).toBuffer();
    await imported(advisor, { kind: 'xlsx', base64: workbook.toString('base64') });
    const old = Buffer.from('F\xf6retag;E-post;Orgnr\r\n\xd6rtag\xe5rden;x@ort.example;\r\n', 'latin1');
    await imported(advisor, { kind: 'csv', base64: old.toString('base64') });
    const unicode = (firm: string, email: string) =>
      Buffer.from(`\uFEFFFöretag\tE-post\tOrgnr\r\n${firm}\t${email}\t\r\n`, 'utf16le');
    const little = unicode('Ängen; stål', 'x@angen.example');
    const big = unicode('Ödlan', 'x@odlan.example').swap16();
    await imported(advisor, { kind: 'csv', base64: little.toString('base64') });
    await imported(advisor, { kind: 'csv', base64: big.toString('base64') });

    expect((await contactsOf()).map(({ firmName }) => firmName).sort()).toEqual([
      'Ängen; stål',
      'Åkeriet',
      'Ödlan',
      'Örtagården',
    ]);
  });

  test('taken in twice brings up to date, and does not forget who was written to', async () => {
    await imported();
    await invite();
    expect(await imported()).toMatchObject({ known: 2, stored: 2 });
    expect(await contactsOf()).toHaveLength(2);
    expect(await invite()).toEqual(['invited-lately', 'invited-lately']);
    site.clock.advance(60 * dayMs);
    expect(await invite()).toEqual(['done', 'done']);
    site.clock.advance(-60 * dayMs);
  });

  test('says which firms let the provider in already, and knows no others', async () => {
    await owner.visitor.put(`/api/firms/${owner.firmId}`, { name: 'Bruket', organisationNumber: '556036-0793' });
    expect(await imported()).toMatchObject({ lettingIn: 0 });
    await letIn(owner, provider);
    expect(await imported()).toMatchObject({ lettingIn: 1 });
    expect((await contactsOf()).map(({ isLettingIn }) => isLettingIn)).toEqual([true, false]);
  });

  test('is forgotten of whoever has an account that is erased', async () => {
    const person = await signedIn(site, { email: 'kim@bruket.example' });
    await imported();
    await site.admin.query('update people set erased_at = now(), email = null, name = null where person_id = $1', [
      person.personId,
    ]);
    expect((await contactsOf()).map(({ email }) => email)).toEqual(['eva@sagen.example']);
  });
});

test('nobody is invited or reminded by identifiers of another provider', async () => {
  await imported(stranger);
  const contactIds = (await contactsOf(stranger)).map(({ contactId }) => contactId);
  const reply = await advisor.visitor.post(place(advisor, 'contact-invitations'), { contactIds });
  expect(reply.json()).toEqual({ results: contactIds.map((contactId) => ({ contactId, outcome: 'not-found' })) });
  await letIn(owner, (await providerCodes(site))[1]);
  await measuredLongAgo(owner);
  expect(await remind([owner.firmId])).toEqual(['not-found']);
  expect(await deliverMails(site)).not.toContainEqual(
    expect.objectContaining({ subject: expect.stringMatching(/mäta/) }),
  );
});

describe('a reminder', () => {
  test('says the day in words, and leads to the page of the firm', async () => {
    await letIn(owner, provider);
    await site.admin.query(`update firm_summaries set submitted_at = '2024-12-06T23:30:00Z' where firm_id = $1`, [
      owner.firmId,
    ]);
    await deliverMails(site);
    await remind([owner.firmId]);
    const [mail] = await deliverMails(site);
    expect(mail?.text).toContain('lämnade in sina svar i Måttstock, den 7 december 2024.');
    expect(mail?.text).toContain(`https://mattstock.example/firms/${owner.firmId}\n`);
  });

  test('comes once in thirty days, whichever provider asks, and two at once are one', async () => {
    const [, second] = await providerCodes(site);
    await letIn(owner, provider);
    await letIn(owner, second);
    await measuredLongAgo(owner);
    await deliverMails(site);
    const outcomes = (await Promise.all([remind([owner.firmId]), remind([owner.firmId], stranger)])).flat();
    expect(outcomes.sort()).toEqual(['done', 'reminded-lately']);
    expect(await deliverMails(site)).toHaveLength(1);
    site.clock.advance(31 * dayMs);
    expect(await remind([owner.firmId])).toEqual(['done']);
    site.clock.advance(-31 * dayMs);
  });

  test('goes to no firm that lets nobody in, nor where nobody answers for it', async () => {
    await measuredLongAgo(owner);
    expect(await remind([owner.firmId])).toEqual(['not-found']);
    await letIn(owner, provider);
    await site.admin.query('update memberships set ended_at = now() where firm_id = $1', [owner.firmId]);
    expect(await foresee([owner.firmId])).toEqual(['nobody-to-tell']);
    expect(await remind([owner.firmId])).toEqual(['nobody-to-tell']);
  });

  test('is foreseen or sent by no provider that sees no results, however due the round is', async () => {
    const { providerCode } = await askForContact(site, owner);
    const asked = await signedInAs(site, 'advisor', { organisation: providerCode });
    await measuredLongAgo(owner);
    expect(await foresee([owner.firmId], asked)).toEqual(['results-not-shared']);
    expect(await remind([owner.firmId], asked)).toEqual(['results-not-shared']);
  });

  test('goes to nobody who has said no to mail from the provider, and still to the others at the firm', async () => {
    await letIn(owner, provider);
    await measuredLongAgo(owner);
    await imported(advisor, csv(`Företag;E-post;Orgnr\nBruket;${owner.email};\n`));
    await site.newVisitor().post('/api/contact-opt-outs', { code: await codeOf(owner.email) });
    await deliverMails(site);
    expect(await foresee([owner.firmId])).toEqual(['opted-out']);
    expect(await remind([owner.firmId])).toEqual(['opted-out']);
    expect(await deliverMails(site)).toEqual([]);

    const second = await signedInMember(site, owner.firmId, 'owner');
    await deliverMails(site);
    expect(await remind([owner.firmId])).toEqual(['done']);
    expect((await deliverMails(site)).map(({ recipient }) => recipient)).toEqual([second.email]);
  });

  test('says the firm’s name no longer once the firm is erased', async () => {
    await owner.visitor.put(`/api/firms/${owner.firmId}`, { name: 'Kvarnen i Ludvika', organisationNumber: null });
    await letIn(owner, provider);
    await measuredLongAgo(owner);
    await deliverMails(site);
    await remind([owner.firmId]);
    await site.admin.query('delete from referrals where firm_id = $1', [owner.firmId]);
    await site.admin.query('delete from firms where firm_id = $1', [owner.firmId]);
    const { rows } = await site.admin.query('select 1 from outbox_mails where facts::text like $1 and kind = $2', [
      '%Kvarnen i Ludvika%',
      'round-due',
    ]);
    expect(rows).toEqual([]);
  });
});
