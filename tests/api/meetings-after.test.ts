import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import * as ownContract from '#shared/contracts/firm-meetings.ts';
import type { MeetingSummary } from '#shared/contracts/meeting-summary.ts';
import * as summariesContract from '#shared/contracts/meeting-summary.ts';
import type { Meeting } from '#shared/contracts/meetings.ts';
import * as contract from '#shared/contracts/meetings.ts';
import {
  addFile,
  meetingsOf,
  planOne,
  saveSteps,
  somePdf,
  startContactsApp,
  stepOf,
  twoAdvisers,
} from '../support/contacts.ts';
import { describeEndpoint, noInput } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { closedToOthers, letIn, ofFirm, withdraw } from '../support/firms.ts';
import type { Owner, Staff } from '../support/people.ts';
import { signedIn, signedInAs } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visit } from '../support/visitor.ts';

let site: TestApp;
let ours: string;
let theirs: string;
let rut: Staff;
let per: Staff;
let owner: Owner;
let consentId: string;
let meeting: Meeting;
beforeAll(async () => {
  ({ site, ours, theirs } = await startContactsApp());
});
beforeEach(async () => {
  ({ rut, per, owner, consentId } = await twoAdvisers({ site, ours, theirs }));
  await owner.visitor.put(ofFirm(owner.firmId), { name: 'Smeden AB', organisationNumber: null });
  meeting = await saveSteps(rut, owner.firmId, await planOne(rut, owner.firmId), [
    stepOf('aaaaaaaaaa', { what: 'Mäta ställtiden' }),
    stepOf('bbbbbbbbbb', { what: 'Boka studiebesök', owner: 'provider', dueOn: null }),
    stepOf('cccccccccc', { what: 'Inte bestämt', isAgreedByFirm: false }),
  ]);
});
afterAll(() => site.close());

const ofMeeting = (staff: Staff, rest: string, id: string = meeting.meetingId) =>
  meetingsOf(staff, owner.firmId, `/${id}${rest}`);
const seen = (...fates: object[]) => ({ revision: meeting.revision, stepsRevision: meeting.stepsRevision, fates });
const send = (staff: Staff, id?: string): Visit => ({
  method: 'POST',
  url: ofMeeting(staff, '/summary', id),
  body: seen(),
});
const preview = (staff: Staff, id?: string): Visit => ({ url: ofMeeting(staff, '/summary', id) });

const closed = (visit: (staff: Staff) => Visit) => ({
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().send(visit(rut)), 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    for (const { visitor } of [await signedIn(site), owner, await signedInAs(site, 'administrator')]) {
      expectProblem(await visitor.send(visit(rut)), 404, 'not-found');
    }
  },
  'hides what belongs to another firm': async () => {
    await letIn(owner, theirs);
    for (const staff of [rut, per]) expectProblem(await per.visitor.send(visit(staff)), 404, 'not-found');
    expect(await mails()).toEqual([]);
  },
});

async function mails(): Promise<{ recipient: string; facts: Record<string, string> }[]> {
  const { rows } = await site.admin.query(
    `select recipient, facts from outbox_mails where dedupe_key like $1 order by recipient`,
    [`meeting-summary:${meeting.meetingId}:%`],
  );
  return rows;
}

describeEndpoint(summariesContract.getMeetingSummary, {
  ...closed(preview),
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    expectProblem(await rut.visitor.send(preview(rut, randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const summary = (await rut.visitor.send(preview(rut))).json<MeetingSummary>();
    expect(summary).toMatchObject({ language: 'sv', firmRecipients: 1, hasCalendar: true, agreedSteps: 2 });
    expect(summary.text).toContain('- Mäta ställtiden (Smeden AB, senast 20 december 2026)\n- Boka studiebesök (');
    expect(summary.text).not.toContain('Inte bestämt');
    expect(summary.text).not.toContain(owner.email);
    expect(await mails()).toEqual([]);
    // With what would be taken in after all.
    const taken = (await rut.visitor.get(ofMeeting(rut, '/summary?taken=cccccccccc'))).json<MeetingSummary>();
    expect(taken.agreedSteps).toBe(3);
    expect(taken.text).toContain('- Inte bestämt (');
  },
});

describeEndpoint(summariesContract.sendMeetingSummary, {
  ...closed(send),
  'refuses an invalid request': async () => {
    expectProblem(await rut.visitor.send({ ...send(rut), body: { revision: 1 } }), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await rut.visitor.send(send(rut, randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const sent = (await rut.visitor.send(send(rut))).json<Meeting>();
    expect(sent).toMatchObject({ status: 'held', summarySentAt: site.clock.now().toISOString() });
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([owner.email, rut.email].toSorted());
    for (const { facts } of await mails()) {
      expect(facts['steps']).toContain('Mäta ställtiden');
      expect(facts['calendar']).toContain('DTSTART;VALUE=DATE:20261220');
    }
    // Once: the same again tells nobody, and what was sent stands.
    expect((await rut.visitor.send(send(rut))).statusCode).toBe(200);
    expect(await mails()).toHaveLength(2);
    const steps = { stepsRevision: sent.stepsRevision, steps: [] };
    expectProblem(await rut.visitor.put(ofMeeting(rut, '/steps'), steps), 409, 'move-not-possible');
  },
});

describe('a summary', () => {
  test('is not sent over what somebody else has written meanwhile', async () => {
    const before = seen();
    meeting = await saveSteps(rut, owner.firmId, meeting, [stepOf('dddddddddd')]);
    expectProblem(await rut.visitor.send({ ...send(rut), body: before }), 409, 'changed-meanwhile');
    expect(await mails()).toEqual([]);
  });

  const sendWith = (...fates: object[]) => rut.visitor.send({ ...send(rut), body: seen(...fates) });
  const stepsNow = async () => (await rut.visitor.get(ofMeeting(rut, ''))).json<Meeting>().steps.map(({ key }) => key);

  test('leaves what is not agreed by both on the meeting, out of sight of the firm', async () => {
    expect((await sendWith()).statusCode).toBe(200);
    expect(await stepsNow()).toEqual(['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc']);
    for (const { facts } of await mails()) expect(facts['steps']).not.toContain('Inte bestämt');
    const { meetings } = (await owner.visitor.get(ofFirm(owner.firmId, '/meetings'))).json<{ meetings: Meeting[] }>();
    expect(meetings[0]?.steps.map(({ key }) => key)).toEqual(['aaaaaaaaaa', 'bbbbbbbbbb']);
  });

  test('takes in what is chosen as agreed by both', async () => {
    const sent = (await sendWith({ key: 'cccccccccc', fate: 'take' })).json<Meeting>();
    expect(sent.steps[2]).toMatchObject({ isAgreedByFirm: true, isAgreedByProvider: true });
    for (const { facts } of await mails()) expect(facts['steps']).toContain('Inte bestämt');
  });

  test('drops what is chosen', async () => {
    await sendWith({ key: 'cccccccccc', fate: 'drop' });
    expect(await stepsNow()).toEqual(['aaaaaaaaaa', 'bbbbbbbbbb']);
  });

  test('takes no choice about a step that is agreed, is not there or is named twice', async () => {
    for (const keys of [['aaaaaaaaaa'], ['zzzzzzzzzz'], ['cccccccccc', 'cccccccccc']]) {
      const reply = await sendWith(...keys.map((key) => ({ key, fate: 'drop' })));
      expectProblem(reply, 422, 'invalid-request');
    }
    expect(await stepsNow()).toHaveLength(3);
    expect(await mails()).toEqual([]);
  });

  test('without anything agreed is none', async () => {
    meeting = await saveSteps(rut, owner.firmId, meeting, [stepOf('dddddddddd', { isAgreedByProvider: false })]);
    expectProblem(await rut.visitor.send(send(rut)), 409, 'move-not-possible');
  });

  test('goes with the firm when it is erased', async () => {
    await rut.visitor.send(send(rut));
    await site.admin.query('update firms set reduced_at = now() where firm_id = $1', [owner.firmId]);
    expect(await mails()).toEqual([]);
    const { rows } = await site.admin.query('select 1 from meetings where firm_id = $1', [owner.firmId]);
    expect(rows).toEqual([]);
  });
});

const own = (rest = '', id: string = meeting.meetingId) => ofFirm(owner.firmId, `/meetings/${id}${rest}`);
const hold = () =>
  rut.visitor.send({ method: 'POST', url: ofMeeting(rut, '/end'), body: { revision: meeting.revision, move: 'hold' } });

/** Something of each firm that the endpoint is about. */
async function heldAt(of: Owner): Promise<Meeting> {
  await letIn(of, ours).catch(() => '');
  const planned = await saveSteps(rut, of.firmId, await planOne(rut, of.firmId), [stepOf('aaaaaaaaaa')]);
  await rut.visitor.send({
    method: 'POST',
    url: meetingsOf(rut, of.firmId, `/${planned.meetingId}/end`),
    body: { revision: planned.revision, move: 'hold' },
  });
  return (await addFile(rut, of.firmId, planned.meetingId)).json<Meeting>();
}

describeEndpoint(ownContract.listFirmMeetings, {
  ...closedToOthers(
    () => site,
    ({ firmId }) => ({ url: ofFirm(firmId, '/meetings') }),
    { isForRespondents: false },
  ),
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    expectProblem(await owner.visitor.get(ofFirm(randomUUID(), '/meetings')), 404, 'not-found');
  },
  succeeds: async () => {
    const read = async () =>
      (await owner.visitor.get(ofFirm(owner.firmId, '/meetings'))).json<{ meetings: Meeting[] }>().meetings;
    // What is being written is nobody's word yet.
    expect(await read()).toMatchObject([{ status: 'planned', plannerName: 'Rut Råd', steps: [] }]);
    await hold();
    expect((await read())[0]?.steps.map(({ key }) => key)).toEqual(['aaaaaaaaaa', 'bbbbbbbbbb']);
    await withdraw(owner, consentId);
    expect(await read()).toHaveLength(1);
  },
});

const tickOf = async (of: Owner): Promise<Visit> => {
  const { meetingId } = await heldAt(of);
  return {
    method: 'PUT',
    url: ofFirm(of.firmId, `/meetings/${meetingId}/steps/aaaaaaaaaa/done`),
    body: { isDone: true },
  };
};
describeEndpoint(ownContract.tickFirmStep, {
  ...closedToOthers(() => site, tickOf, { isForRespondents: false }),
  'refuses an invalid request': async () => {
    expectProblem(await owner.visitor.put(own('/steps/aaaaaaaaaa/done'), {}), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const tick = (key: string) => owner.visitor.put(own(`/steps/${key}/done`), { isDone: true });
    // Before the meeting has been held nothing is agreed; afterwards the provider's part is the provider's.
    expectProblem(await tick('aaaaaaaaaa'), 404, 'not-found');
    await hold();
    for (const key of ['bbbbbbbbbb', 'cccccccccc', 'zzzzzzzzzz']) expectProblem(await tick(key), 404, 'not-found');
  },
  succeeds: async () => {
    await hold();
    const reply = await owner.visitor.put(own('/steps/aaaaaaaaaa/done'), { isDone: true });
    expect(reply.json<{ meetings: Meeting[] }>().meetings[0]?.steps[0]?.doneAt).toBe(site.clock.now().toISOString());
    const shown = (await rut.visitor.get(ofMeeting(rut, ''))).json<Meeting>();
    expect(shown.steps[0]?.doneAt).not.toBeNull();
  },
});

const reason = 'Maskinen är såld.';
const dropOf = async (of: Owner): Promise<Visit> => {
  const { url } = await tickOf(of);
  return { method: 'POST', url: url.replace(/done$/, 'drop'), body: { reason } };
};
const dropAs = (key: string, body: object = { reason }) => owner.visitor.post(own(`/steps/${key}/drop`), body);
const sendOut = async () => expect((await rut.visitor.send(send(rut))).statusCode).toBe(200);
describeEndpoint(ownContract.dropFirmStep, {
  ...closedToOthers(() => site, dropOf, { isForRespondents: false }),
  'refuses an invalid request': async () => {
    await sendOut();
    for (const body of [{}, { reason: '  ' }, { reason: 'x'.repeat(301) }]) {
      expectProblem(await dropAs('aaaaaaaaaa', body), 422, 'invalid-request');
    }
  },
  'does not find what is not there': async () => {
    expectProblem(await dropAs('aaaaaaaaaa'), 404, 'not-found');
    await sendOut();
    for (const key of ['cccccccccc', 'zzzzzzzzzz']) expectProblem(await dropAs(key), 404, 'not-found');
  },
  succeeds: async () => {
    await sendOut();
    // What the provider was to do is the firm's to call off too; to tick off it is not.
    const reply = await dropAs('bbbbbbbbbb');
    const dropped = { at: site.clock.now().toISOString(), by: 'firm', reason };
    expect(reply.json<{ meetings: Meeting[] }>().meetings[0]?.steps[1]?.dropped).toEqual(dropped);
    const shown = (await rut.visitor.get(ofMeeting(rut, ''))).json<Meeting>();
    expect(shown.steps.find(({ key }) => key === 'bbbbbbbbbb')?.dropped).toEqual(dropped);
    expectProblem(await dropAs('bbbbbbbbbb'), 409, 'move-not-possible');
    expectProblem(await owner.visitor.put(own('/steps/bbbbbbbbbb/done'), { isDone: true }), 404, 'not-found');
  },
});

const dropBy = (staff: Staff, key: string, body: object = { reason }) =>
  staff.visitor.post(ofMeeting(staff, `/steps/${key}/drop`), body);
describeEndpoint(contract.dropMeetingStep, {
  ...closed((staff) => ({ method: 'POST', url: ofMeeting(staff, '/steps/aaaaaaaaaa/drop'), body: { reason } })),
  'refuses an invalid request': async () => {
    await sendOut();
    expectProblem(await dropBy(rut, 'aaaaaaaaaa', {}), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await dropBy(rut, 'aaaaaaaaaa'), 404, 'not-found');
    // Held and not sent yet: the step can still be taken out of what is written.
    await hold();
    expectProblem(await dropBy(rut, 'aaaaaaaaaa'), 409, 'move-not-possible');
    meeting = (await rut.visitor.get(ofMeeting(rut, ''))).json<Meeting>();
    await sendOut();
    for (const key of ['cccccccccc', 'zzzzzzzzzz']) expectProblem(await dropBy(rut, key), 404, 'not-found');
  },
  succeeds: async () => {
    await sendOut();
    expect((await dropBy(rut, 'aaaaaaaaaa')).json<Meeting>().steps[0]?.dropped).toMatchObject({
      by: 'provider',
      reason,
    });
    const { meetings } = (await owner.visitor.get(ofFirm(owner.firmId, '/meetings'))).json<{ meetings: Meeting[] }>();
    expect(meetings[0]?.steps[0]?.dropped).toMatchObject({ by: 'provider', reason });
    expectProblem(await dropAs('aaaaaaaaaa'), 409, 'move-not-possible');
    // What is done was done, and is not dropped.
    const done = await rut.visitor.put(ofMeeting(rut, '/steps/bbbbbbbbbb/done'), { isDone: true });
    expect(done.statusCode, done.body).toBe(200);
    expectProblem(await dropBy(rut, 'bbbbbbbbbb'), 409, 'move-not-possible');
  },
});

describeEndpoint(ownContract.getFirmMeetingFile, {
  ...closedToOthers(
    () => site,
    async (of) => {
      const { meetingId, files } = await heldAt(of);
      return { url: ofFirm(of.firmId, `/meetings/${meetingId}/files/${files[0]?.meetingFileId}`) };
    },
    { isForRespondents: false },
  ),
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    expectProblem(await owner.visitor.get(own(`/files/${randomUUID()}`)), 404, 'not-found');
  },
  succeeds: async () => {
    const { files } = (await addFile(rut, owner.firmId, meeting.meetingId)).json<Meeting>();
    const reply = await owner.visitor.get(own(`/files/${files[0]?.meetingFileId}`));
    expect(reply.rawPayload.toString('base64')).toBe(somePdf);
    expect(reply.headers['content-disposition']).toMatch(/^attachment/);
  },
});

describeEndpoint(ownContract.getFirmMeetingCalendar, {
  ...closedToOthers(
    () => site,
    async (of) => ({ url: ofFirm(of.firmId, `/meetings/${(await heldAt(of)).meetingId}/calendar/sv`) }),
    { isForRespondents: false },
  ),
  'refuses an invalid request': async () => {
    expectProblem(await owner.visitor.get(own('/calendar/fi')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await owner.visitor.get(own('/calendar/sv', randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    await hold();
    expect((await owner.visitor.get(own('/calendar/sv'))).body).toContain('SUMMARY:Smeden AB: Mäta ställtiden');
  },
});

describe('a file that is put in', () => {
  const add = (name: string, content: Buffer | string) =>
    addFile(rut, owner.firmId, meeting.meetingId, { name, fileBase64: Buffer.from(content).toString('base64') });
  const pdf = (mark: string) => `%PDF-1.7\n${mark}`;

  test('is what its bytes say, whatever it is called', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
    const jpg = Buffer.from('ffd8ffe000104a464946', 'hex');
    const xlsx = await writeExcelFile([[{ value: 'x', type: String }]]).toBuffer();
    for (const [name, content] of [
      ['bild.png', png],
      ['foto.JPEG', jpg],
      ['kalkyl.xlsx', xlsx],
    ] as const) {
      expect((await add(name, content)).statusCode, name).toBe(200);
    }
    for (const [name, content, code] of [
      ['program.exe', 'MZ', 'kind-not-taken'],
      ['sida.pdf', '<html><script>alert(1)</script>', 'kind-not-taken'],
      ['bild.png', pdf(''), 'not-as-named'],
      ['brev.docx', xlsx, 'not-as-named'],
      ['arkiv.docx', Buffer.from('504b0304', 'hex'), 'kind-not-taken'],
      ['utan-namn', pdf(''), 'kind-not-taken'],
    ] as const) {
      const reply = await add(name, content);
      expectProblem(reply, 422, 'file-not-accepted');
      expect(reply.json(), name).toMatchObject({ errors: [{ code }] });
    }
  });

  test('is kept under a name that leads nowhere', async () => {
    const names = ['../../etc/passwd.pdf', 'C:\\Windows\\system.pdf', '\u202efdp.pdf', ' . x"<y>.pdf'];
    for (const [index, name] of names.entries()) await add(name, pdf(String(index)));
    const { files } = (await rut.visitor.get(ofMeeting(rut, ''))).json<Meeting>();
    expect(files.map(({ name }) => name)).toEqual(['passwd.pdf', 'system.pdf', 'fdp.pdf', 'xy.pdf']);
  });

  test('is at most five megabytes', async () => {
    const bytes = 5 * 1024 * 1024;
    expect((await add('precis.pdf', pdf('x'.repeat(bytes - 9)))).statusCode).toBe(200);
    expectProblem(await add('strax.pdf', pdf('x'.repeat(bytes - 8))), 422, 'file-not-accepted');
    expectProblem(await add('stor.pdf', pdf('x'.repeat(bytes + 400_000))), 413, 'payload-too-large');
  });

  test('is one of ten, however many come at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 14 }, (_, index) => add(`${index}.pdf`, pdf(String(index)))),
    );
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(10);
    const { files } = (await rut.visitor.get(ofMeeting(rut, ''))).json<Meeting>();
    expect(files).toHaveLength(10);
  });
});
