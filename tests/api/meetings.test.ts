import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as filesContract from '#shared/contracts/meeting-files.ts';
import * as summariesContract from '#shared/contracts/meeting-summary.ts';
import type { Meeting } from '#shared/contracts/meetings.ts';
import * as contract from '#shared/contracts/meetings.ts';
import * as aheadContract from '#shared/contracts/meetings-ahead.ts';
import {
  addFile,
  meetingPlan,
  meetingsOf,
  planOne,
  readRecord,
  saveSteps,
  somePdf,
  startContactsApp,
  stepOf,
  twoAdvisers,
} from '../support/contacts.ts';
import { eventsAbout } from '../support/coordination.ts';
import { alwaysThere, describeEndpoint, noInput, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn, withdraw } from '../support/firms.ts';
import type { Owner, Staff } from '../support/people.ts';
import { newSession, signedIn, signedInAs } from '../support/people.ts';
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
  meeting = await planOne(rut, owner.firmId);
});
afterAll(() => site.close());

const at = (staff: Staff, rest = '') => meetingsOf(staff, owner.firmId, rest);
const ofMeeting = (staff: Staff, rest = '', id: string = meeting.meetingId) => at(staff, `/${id}${rest}`);
const read = async () => (await rut.visitor.get(ofMeeting(rut))).json<Meeting>();
const done = async (visit: Visit): Promise<Meeting> => {
  const reply = await rut.visitor.send(visit);
  expect(reply.statusCode, reply.body).toBeLessThan(300);
  return reply.json<Meeting>();
};

const put = (url: string, body: unknown): Visit => ({ method: 'PUT', url, body });
const post = (url: string, body?: unknown): Visit => ({
  method: 'POST',
  url,
  body,
  headers: { 'idempotency-key': randomUUID() },
});

/** The families that are alike; `visit` for somebody of one's own organisation, at the meeting or at another. */
function closed(visit: (staff: Staff, meetingId?: string) => Promise<Visit> | Visit) {
  return {
    'refuses who has no key': async () => {
      expectProblem(await site.newVisitor().send(await visit(rut)), 401, 'sign-in-required');
    },
    'refuses the wrong role': async () => {
      const attempt = await visit(rut);
      for (const { visitor } of [await signedIn(site), owner, await signedInAs(site, 'analyst')]) {
        expectProblem(await visitor.send(attempt), 404, 'not-found');
      }
      const unproved = await newSession(site, rut.personId, { hasSecondFactor: false });
      expectProblem(await unproved.visitor.send(attempt), 403, 'second-factor-required');
    },
    'hides what belongs to another firm': async () => {
      await letIn(owner, theirs);
      const attempt = await visit(rut);
      const before = await read();
      expectProblem(await per.visitor.send(attempt), 404, 'not-found');
      if (attempt.url.includes(meeting.meetingId)) {
        expectProblem(await per.visitor.send(await visit(per)), 404, 'not-found');
      }
      expect(await read()).toEqual(before);
    },
  };
}
const missing = (visit: (staff: Staff, meetingId?: string) => Promise<Visit> | Visit) => async () => {
  expectProblem(await rut.visitor.send(await visit(rut, randomUUID())), 404, 'not-found');
};

describeEndpoint(contract.listMeetings, {
  ...closed((staff) => ({ url: at(staff) })),
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    expectProblem(await rut.visitor.get(meetingsOf(rut, randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const later = await planOne(rut, owner.firmId, { startsAt: '2027-01-10T09:00:00.000Z' });
    const { meetings } = (await rut.visitor.get(at(rut))).json<{ meetings: Meeting[] }>();
    expect(meetings.map(({ meetingId }) => meetingId)).toEqual([later.meetingId, meeting.meetingId]);
  },
});

describeEndpoint(contract.planMeeting, {
  ...closed((staff) => post(at(staff), meetingPlan)),
  'refuses an invalid request': async () => {
    for (const change of [
      { purpose: ' ' },
      { minutes: 0 },
      { link: 'javascript:alert(1)' },
      { startsAt: 'i morgon' },
      { startsAt: '0026-12-10T09:00:00.000Z' },
      { startsAt: '2026-11-01T09:00:00.000Z' },
    ]) {
      expectProblem(await rut.visitor.send(post(at(rut), { ...meetingPlan, ...change })), 422, 'invalid-request');
    }
  },
  'does not find what is not there': async () => {
    expectProblem(await rut.visitor.send(post(meetingsOf(rut, randomUUID()), meetingPlan)), 404, 'not-found');
  },
  succeeds: async () => {
    const visit = post(at(rut), { ...meetingPlan, link: 'https://mote.example/abc' });
    const first = await rut.visitor.send(visit);
    const again = await rut.visitor.send(visit);
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.json()).toEqual(first.json());
    expect(first.json()).toMatchObject({
      ...meetingPlan,
      link: 'https://mote.example/abc',
      status: 'planned',
      steps: [],
    });
    const { meetingId } = first.json<Meeting>();
    expect(await eventsAbout(site, meetingId)).toMatchObject([{ action: 'meeting-planned' }]);

    await site.admin.query('update firms set is_simulated = true where firm_id = $1', [owner.firmId]);
    expect([meeting.isSimulated, (await planOne(rut, owner.firmId)).isSimulated]).toEqual([false, true]);
  },
});

describeEndpoint(contract.getMeeting, {
  ...closed((staff, id) => ({ url: ofMeeting(staff, '', id) })),
  'refuses an invalid request': noInput,
  'does not find what is not there': missing((staff, id) => ({ url: ofMeeting(staff, '', id) })),
  succeeds: async () => {
    expect(await read()).toMatchObject({ plannerName: 'Rut Råd', ...meetingPlan, revision: 1, stepsRevision: 1 });
  },
});

const change = (staff: Staff, id?: string) =>
  put(ofMeeting(staff, '', id), { revision: 1, plan: { ...meetingPlan, place: 'På nätet' } });
describeEndpoint(contract.changeMeeting, {
  ...closed(change),
  'refuses an invalid request': async () => {
    expectProblem(await rut.visitor.send(put(ofMeeting(rut), { plan: meetingPlan })), 422, 'invalid-request');
  },
  'does not find what is not there': missing(change),
  succeeds: async () => {
    expect(await done(change(rut))).toMatchObject({ place: 'På nätet', revision: 2 });
    expectProblem(await rut.visitor.send(change(rut)), 409, 'changed-meanwhile');
  },
});

const end = (move: string) => (staff: Staff, id?: string) => post(ofMeeting(staff, '/end', id), { revision: 1, move });
describeEndpoint(contract.endMeeting, {
  ...closed(end('cancel')),
  'refuses an invalid request': async () => {
    expectProblem(await rut.visitor.send(end('forget')(rut)), 422, 'invalid-request');
  },
  'does not find what is not there': missing(end('hold')),
  succeeds: async () => {
    expect(await done(end('hold')(rut))).toMatchObject({ status: 'held', revision: 2 });
    expect((await readRecord(rut, owner.firmId)).notes).toMatchObject([
      { kind: 'meeting', subject: meetingPlan.purpose, counterpart: meetingPlan.participants },
    ]);
    // An end is never left, and what was held is planned anew by nobody.
    expectProblem(await rut.visitor.send(end('cancel')(rut)), 409, 'move-not-possible');
    expectProblem(await rut.visitor.send(change(rut)), 409, 'move-not-possible');
  },
});

const steps = (staff: Staff, id?: string) =>
  put(ofMeeting(staff, '/steps', id), { stepsRevision: 1, steps: [stepOf('aaaaaaaaaa'), stepOf('bbbbbbbbbb')] });
describeEndpoint(contract.saveMeetingSteps, {
  ...closed(steps),
  'refuses an invalid request': async () => {
    const bodies = [
      { stepsRevision: 1, steps: [stepOf('KORT')] },
      { stepsRevision: 1, steps: [stepOf('aaaaaaaaaa', { what: 'x'.repeat(301) })] },
      { stepsRevision: 1, steps: [stepOf('aaaaaaaaaa', { dueOn: '2026-02-31' })] },
      { stepsRevision: 1, steps: [stepOf('aaaaaaaaaa', { dueOn: '0026-12-20' })] },
      { stepsRevision: 1, steps: [stepOf('aaaaaaaaaa'), stepOf('aaaaaaaaaa')] },
      { stepsRevision: 1, steps: Array.from({ length: 21 }, (_, index) => stepOf(`aaaaaaaa${10 + index}`)) },
    ];
    for (const body of bodies) {
      expectProblem(await rut.visitor.send(put(ofMeeting(rut, '/steps'), body)), 422, 'invalid-request');
    }
    expect((await read()).steps).toEqual([]);
  },
  'does not find what is not there': missing(steps),
  succeeds: async () => {
    const saved = await done(steps(rut));
    expect(saved.steps.map(({ key }) => key)).toEqual(['aaaaaaaaaa', 'bbbbbbbbbb']);
    // Another screen saw what was there before.
    expectProblem(await rut.visitor.send(steps(rut)), 409, 'changed-meanwhile');
    const moved = await saveSteps(rut, owner.firmId, saved, [stepOf('bbbbbbbbbb'), stepOf('cccccccccc')]);
    expect(moved.steps.map(({ key }) => key)).toEqual(['bbbbbbbbbb', 'cccccccccc']);
    expect(moved.revision).toBe(1);
  },
});

const tick = (staff: Staff, id?: string) => put(ofMeeting(staff, '/steps/aaaaaaaaaa/done', id), { isDone: true });
const withStep = async (changes: object = {}) => {
  meeting = await saveSteps(rut, owner.firmId, meeting, [stepOf('aaaaaaaaaa', changes)]);
};
describeEndpoint(contract.tickMeetingStep, {
  ...closed(async (staff) => {
    if (meeting.steps.length === 0) await withStep();
    return tick(staff);
  }),
  'refuses an invalid request': async () => {
    await withStep();
    expectProblem(await rut.visitor.send({ ...tick(rut), body: {} }), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await rut.visitor.send(tick(rut)), 404, 'not-found');
    await withStep({ isAgreedByFirm: false });
    expectProblem(await rut.visitor.send(tick(rut)), 404, 'not-found');
  },
  succeeds: async () => {
    await withStep();
    expect((await done(tick(rut))).steps[0]?.doneAt).toBe(site.clock.now().toISOString());
    expect((await done({ ...tick(rut), body: { isDone: false } })).steps[0]?.doneAt).toBeNull();
  },
});

const file = (staff: Staff, id?: string) =>
  post(ofMeeting(staff, '/files', id), { name: 'Underlag.pdf', fileBase64: somePdf });
describeEndpoint(filesContract.addMeetingFile, {
  ...closed(file),
  'refuses an invalid request': async () => {
    for (const body of [{ name: 'a.pdf' }, { name: 'a.pdf', fileBase64: 'inte base64!' }]) {
      expectProblem(await rut.visitor.send({ ...file(rut), body }), 422, 'invalid-request');
    }
  },
  'does not find what is not there': missing(file),
  succeeds: async () => {
    expect((await done(file(rut))).files).toMatchObject([{ name: 'Underlag.pdf', bytes: 15 }]);
    // The same file again is no second one.
    expect((await done(file(rut))).files).toHaveLength(1);
  },
});

async function storedFile(): Promise<string> {
  const there = (await read()).files[0]?.meetingFileId;
  return there ?? (await addFile(rut, owner.firmId, meeting.meetingId)).json<Meeting>().files[0]?.meetingFileId ?? '';
}
const fetched = async (staff: Staff, id?: string): Promise<Visit> => ({
  url: ofMeeting(staff, `/files/${await storedFile()}`, id),
});
describeEndpoint(filesContract.getMeetingFile, {
  ...closed(fetched),
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    await missing(fetched)();
    expectProblem(await rut.visitor.get(ofMeeting(rut, `/files/${randomUUID()}`)), 404, 'not-found');
  },
  succeeds: async () => {
    const reply = await rut.visitor.send(await fetched(rut));
    expect(reply.rawPayload.toString('base64')).toBe(somePdf);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Underlag.pdf"; filename*=UTF-8''Underlag.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(await eventsAbout(site, meeting.meetingId)).toContainEqual(
      expect.objectContaining({ action: 'meeting-file-read' }),
    );
  },
});

const removed = async (staff: Staff, id?: string): Promise<Visit> =>
  post(ofMeeting(staff, `/files/${await storedFile()}/removal`, id));
describeEndpoint(filesContract.removeMeetingFile, {
  ...closed(removed),
  'refuses an invalid request': noInput,
  'does not find what is not there': missing(removed),
  succeeds: async () => {
    const visit = await removed(rut);
    expect((await done(visit)).files).toEqual([]);
    expectProblem(await rut.visitor.send(visit), 404, 'not-found');
  },
});

const calendar = (staff: Staff, id?: string): Visit => ({ url: ofMeeting(staff, '/calendar/sv', id) });
describeEndpoint(summariesContract.getMeetingCalendar, {
  ...closed(calendar),
  'refuses an invalid request': async () => {
    expectProblem(await rut.visitor.get(ofMeeting(rut, '/calendar/fi')), 422, 'invalid-request');
  },
  'does not find what is not there': missing(calendar),
  succeeds: async () => {
    const reply = await rut.visitor.send(calendar(rut));
    expect(reply.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(reply.body).toContain('DTSTART:20261210T090000Z');
    expect(reply.body).toContain('DTEND:20261210T103000Z');
    await withStep();
    await done(end('hold')(rut));
    const held = (await rut.visitor.send(calendar(rut))).body;
    expect(held).toContain('DTSTART;VALUE=DATE:20261220');
    expect(held).not.toContain('20261210T090000Z');
  },
});

describeEndpoint(aheadContract.listMeetingsAhead, {
  'refuses who has no key': async () => {
    expectProblem(await site.newVisitor().get('/api/advisor/meetings'), 401, 'sign-in-required');
  },
  'refuses the wrong role': async () => {
    expectProblem(await owner.visitor.get('/api/advisor/meetings'), 404, 'not-found');
  },
  'hides what belongs to another firm': async () => {
    expect((await per.visitor.get('/api/advisor/meetings')).body).not.toContain(meeting.meetingId);
    await withdraw(owner, consentId);
    expect((await rut.visitor.get('/api/advisor/meetings')).body).not.toContain(meeting.meetingId);
  },
  'refuses an invalid request': noTenant,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    await withStep({ dueOn: '2026-11-01' });
    const ahead = async () => (await rut.visitor.get('/api/advisor/meetings')).json<Record<string, Meeting[]>>();
    const mine = ({ meetingId }: Meeting) => meetingId === meeting.meetingId;
    expect((await ahead())['meetings']?.filter(mine)).toMatchObject([{ startsAt: meetingPlan.startsAt }]);
    expect((await ahead())['overdueSteps']?.filter(mine)).toEqual([]);
    await done(end('hold')(rut));
    expect((await ahead())['meetings']?.filter(mine)).toEqual([]);
    expect((await ahead())['overdueSteps']?.filter(mine)).toMatchObject([{ dueOn: '2026-11-01', owner: 'firm' }]);
  },
});

/** As if it had been planned before: an hour ago may be yesterday, when nothing can be planned. */
async function startedAt(meetingId: string, startsAt: string): Promise<void> {
  await site.admin.query('update meetings set starts_at = $2 where meeting_id = $1', [meetingId, startsAt]);
}

test('a meeting is coming until its time has passed, and then waits to be closed', async () => {
  const anHourAgo = new Date(site.clock.now().getTime() - 3_600_000).toISOString();
  const longer = await planOne(rut, owner.firmId, { minutes: 61 });
  const over = await planOne(rut, owner.firmId, { minutes: 60 });
  for (const { meetingId } of [longer, over]) await startedAt(meetingId, anHourAgo);

  const listed = async (list: 'meetings' | 'unclosed') =>
    (await rut.visitor.get('/api/advisor/meetings'))
      .json<Record<typeof list, Meeting[]>>()
      [list].map(({ meetingId }) => meetingId)
      .filter((id) => [longer.meetingId, over.meetingId].includes(id));

  expect(await listed('meetings')).toEqual([longer.meetingId]);
  expect(await listed('unclosed')).toEqual([over.meetingId]);
  await done(post(at(rut, `/${over.meetingId}/end`), { revision: 1, move: 'hold' }));
  expect(await listed('unclosed')).toEqual([]);
});

test('a meeting keeps a time that has passed, and is moved to no other that has', async () => {
  const anHourAgo = new Date(site.clock.now().getTime() - 3_600_000).toISOString();
  const { meetingId } = await planOne(rut, owner.firmId);
  await startedAt(meetingId, anHourAgo);
  const change = (revision: number, startsAt: string) =>
    put(ofMeeting(rut, '', meetingId), { revision, plan: { ...meetingPlan, startsAt } });

  await done(change(1, anHourAgo));
  const refused = await rut.visitor.send(change(2, '2026-10-20T09:00:00.000Z'));
  expectProblem(refused, 422, 'invalid-request');
  expect(refused.body).toContain('day-has-passed');
});

test('a meeting that waits to be closed is given another time of its day, and no other day that has been', async () => {
  const { meetingId } = await planOne(rut, owner.firmId);
  await site.admin.query(`update meetings set starts_at = '2026-10-20T09:00:00Z' where meeting_id = $1`, [meetingId]);
  const change = (revision: number, startsAt: string) =>
    put(ofMeeting(rut, '', meetingId), { revision, plan: { ...meetingPlan, startsAt } });

  expect((await done(change(1, '2026-10-20T10:30:00.000Z'))).startsAt).toBe('2026-10-20T10:30:00.000Z');
  expectProblem(await rut.visitor.send(change(2, '2026-10-21T10:30:00.000Z')), 422, 'invalid-request');
});

test('a consent that is withdrawn closes every meeting, its steps and its files at once', async () => {
  await withStep();
  const download = await fetched(rut);
  await withdraw(owner, consentId);

  for (const visit of [
    { url: at(rut) },
    { url: ofMeeting(rut) },
    download,
    steps(rut),
    tick(rut),
    file(rut),
    calendar(rut),
  ]) {
    expectProblem(await rut.visitor.send(visit), 404, 'not-found');
  }
});
