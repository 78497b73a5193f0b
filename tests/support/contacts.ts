import { expect } from 'vitest';
import type { AdvisedNote, ContactRecord } from '#shared/contracts/contact-notes.ts';
import type { FirmAccess } from '#shared/contracts/firms.ts';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { providerCodes } from './coordination.ts';
import { letIn, ofFirm, startFirmsApp } from './firms.ts';
import type { Owner, Staff } from './people.ts';
import { signedInAs, signedInOwner } from './people.ts';

/** A site with two providers, as codes. */
export async function startContactsApp() {
  const site = await startFirmsApp();
  const [ours, theirs] = await providerCodes(site);
  return { site, ours, theirs };
}

/** Rut advises at one provider, Per at the other; a firm of its own has let in Rut's. */
export async function twoAdvisers({ site, ours, theirs }: Awaited<ReturnType<typeof startContactsApp>>) {
  const rut = await signedInAs(site, 'advisor', { organisation: ours, name: 'Rut Råd' });
  const per = await signedInAs(site, 'advisor', { organisation: theirs, name: 'Per Holm' });
  const owner = await signedInOwner(site);
  return { rut, per, owner, consentId: await letIn(owner, ours) };
}

export type Adviser = Pick<Staff, 'visitor' | 'organisationId'>;

export const notesOf = ({ organisationId }: Adviser, firmId: string, rest = '') =>
  `/api/advisor/organisations/${organisationId}/firms/${firmId}/contact-notes${rest}`;
export const meetingsOf = ({ organisationId }: Adviser, firmId: string, rest = '') =>
  `/api/advisor/organisations/${organisationId}/firms/${firmId}/meetings${rest}`;

export const noteText = {
  kind: 'call',
  heldOn: '2026-11-02',
  counterpart: 'Åsa Öberg',
  subject: 'Nästa steg med orderflödet',
  body: 'Vill börja efter nyår.',
};

export const meetingPlan = {
  startsAt: '2026-12-10T09:00:00.000Z',
  minutes: 90,
  place: 'Hos företaget',
  link: '',
  participants: 'Åsa Öberg, Rut Råd',
  purpose: 'Gå igenom resultatet',
};

/** Lets the provider in by the wording with that ending. */
export async function letInBy(owner: Owner, receiver: string, wording: string): Promise<string> {
  const [purpose] = wording.split('-');
  const body = { purpose, receiver, wordingVersion: wording, language: 'sv', hasConsented: true };
  const reply = await owner.visitor.post(ofFirm(owner.firmId, '/consents'), body);
  expect(reply.statusCode, reply.body).toBe(201);
  const { consents } = reply.json<FirmAccess>();
  const isIt = (each: FirmAccess['consents'][number]) => each.receiver.code === receiver && each.withdrawnAt === null;
  return consents.find((each) => isIt(each) && each.purpose === purpose)?.consentId ?? '';
}

/** Writes a note, and gives it as its author reads it. */
export async function writeNote(
  adviser: Adviser,
  firmId: string,
  changes: Partial<typeof noteText> = {},
): Promise<AdvisedNote> {
  const text = { ...noteText, ...changes };
  const reply = await adviser.visitor.post(notesOf(adviser, firmId), text);
  expect(reply.statusCode, reply.body).toBe(201);
  const found = reply.json<ContactRecord>().notes.find((note) => note.isOurs && note.subject === text.subject);
  if (found === undefined) throw new Error('the note is not there');
  return found;
}

export async function readRecord(adviser: Adviser, firmId: string): Promise<ContactRecord> {
  const reply = await adviser.visitor.get(notesOf(adviser, firmId));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<ContactRecord>();
}

export async function planOne(
  adviser: Adviser,
  firmId: string,
  changes: Partial<typeof meetingPlan> = {},
): Promise<Meeting> {
  const reply = await adviser.visitor.post(meetingsOf(adviser, firmId), { ...meetingPlan, ...changes });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<Meeting>();
}

export const stepOf = (key: string, changes: object = {}) => ({
  key,
  what: `Steg ${key}`,
  owner: 'firm',
  dueOn: '2026-12-20',
  isAgreedByFirm: true,
  isAgreedByProvider: true,
  ...changes,
});

/** Saves the steps over those of the meeting as it was seen. */
export async function saveSteps(
  adviser: Adviser,
  firmId: string,
  meeting: Pick<Meeting, 'meetingId' | 'stepsRevision'>,
  steps: readonly object[],
): Promise<Meeting> {
  const reply = await adviser.visitor.put(meetingsOf(adviser, firmId, `/${meeting.meetingId}/steps`), {
    stepsRevision: meeting.stepsRevision,
    steps,
  });
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<Meeting>();
}

/** The least that is a PDF by its first bytes. */
export const somePdf = Buffer.from('%PDF-1.7\n%%EOF\n').toString('base64');

export async function addFile(
  adviser: Adviser,
  firmId: string,
  meetingId: string,
  file: { name: string; fileBase64: string } = { name: 'Underlag.pdf', fileBase64: somePdf },
) {
  return adviser.visitor.post(meetingsOf(adviser, firmId, `/${meetingId}/files`), file);
}
