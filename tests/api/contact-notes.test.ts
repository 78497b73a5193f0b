import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ContactNote } from '#shared/contracts/contact-notes.ts';
import * as contract from '#shared/contracts/contact-notes.ts';
import { choiceWordings, sharingWordings } from '#shared/domain/access/consent.ts';
import {
  letInBy,
  notesOf,
  noteText,
  readRecord,
  startContactsApp,
  twoAdvisers,
  writeNote,
} from '../support/contacts.ts';
import { eventsAbout } from '../support/coordination.ts';
import { describeEndpoint, noInput } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { closedToOthers, ofFirm, readAccess, withdraw } from '../support/firms.ts';
import type { Owner, Staff } from '../support/people.ts';
import { newSession, signedIn, signedInAs } from '../support/people.ts';
import { askForContact } from '../support/referrals.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visit } from '../support/visitor.ts';

let site: TestApp;
let ours: string;
let theirs: string;
let rut: Staff;
let per: Staff;
let owner: Owner;
let consentId: string;
beforeAll(async () => {
  ({ site, ours, theirs } = await startContactsApp());
});
beforeEach(async () => {
  ({ rut, per, owner, consentId } = await twoAdvisers({ site, ours, theirs }));
});
afterAll(() => site.close());

const today = () => site.clock.now().toISOString().slice(0, 10);
const text = (changes: object = {}) => ({ ...noteText, heldOn: '2026-11-02', ...changes });

/** The families that are alike for everything an adviser does with the notes about one firm. */
function closedNotes(visitOf: () => Promise<Visit> | Visit, path: (organisation: Staff) => Promise<Visit> | Visit) {
  return {
    'refuses who has no key': async () => {
      expectProblem(await site.newVisitor().send(await visitOf()), 401, 'sign-in-required');
    },
    'refuses the wrong role': async () => {
      const visit = await visitOf();
      const others = [await signedIn(site), owner, await signedInAs(site, 'analyst'), await signedInAs(site, 'editor')];
      for (const { visitor } of others) expectProblem(await visitor.send(visit), 404, 'not-found');
      const unproved = await newSession(site, rut.personId, { hasSecondFactor: false });
      expectProblem(await unproved.visitor.send(visit), 403, 'second-factor-required');
    },
    'hides what belongs to another firm': async () => {
      // Neither for another provider that is let in nowhere, nor under its name, nor under ours.
      expectProblem(await per.visitor.send(await path(per)), 404, 'not-found');
      expectProblem(await per.visitor.send(await path(rut)), 404, 'not-found');
      expectProblem(await rut.visitor.send(await path(per)), 404, 'not-found');
      expect((await readAccess(owner.visitor, owner.firmId)).looks.map(({ personName }) => personName)).not.toContain(
        'Per Holm',
      );
    },
  };
}

const post = (staff: Staff, body: unknown = text(), rest = ''): Visit => ({
  method: 'POST',
  url: notesOf(staff, owner.firmId, rest),
  body,
  headers: { 'idempotency-key': randomUUID() },
});
const get = (staff: Staff): Visit => ({ url: notesOf(staff, owner.firmId) });

describeEndpoint(contract.getContactRecord, {
  ...closedNotes(() => get(rut), get),
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    expectProblem(await rut.visitor.get(notesOf(rut, randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    expect(await readRecord(rut, owner.firmId)).toEqual({ notes: [], isShared: false, others: [], participations: [] });
    expect((await readAccess(owner.visitor, owner.firmId)).looks).toMatchObject([
      { what: 'notes', personName: 'Rut Råd' },
    ]);
  },
});

describeEndpoint(contract.writeContactNote, {
  ...closedNotes(() => post(rut), post),
  'refuses an invalid request': async () => {
    for (const body of [{}, text({ kind: 'fax' }), text({ subject: ' ' }), text({ body: 'x'.repeat(4001) })]) {
      expectProblem(await rut.visitor.send(post(rut, body)), 422, 'invalid-request');
    }
    const ahead = await rut.visitor.send(post(rut, text({ heldOn: '2099-01-01' })));
    expectProblem(ahead, 422, 'invalid-request');
    expect(ahead.json()).toMatchObject({ errors: [{ path: 'body/heldOn', code: 'day-ahead' }] });
    expectProblem(await rut.visitor.send({ ...post(rut), headers: {} }), 400, 'idempotency-key-missing');
    expect((await readRecord(rut, owner.firmId)).notes).toEqual([]);
  },
  'does not find what is not there': async () => {
    expectProblem(await rut.visitor.post(notesOf(rut, randomUUID()), text()), 404, 'not-found');
  },
  succeeds: async () => {
    const visit = post(rut);
    expect((await rut.visitor.send(visit)).statusCode).toBe(201);
    // The reply was lost, and the request comes again.
    expect((await rut.visitor.send(visit)).statusCode).toBe(200);

    const { notes } = await readRecord(rut, owner.firmId);
    expect(notes).toMatchObject([
      { ...text(), authorName: 'Rut Råd', revision: 1, isOurs: true, mayRewrite: true, versions: [], corrections: [] },
    ]);
    expect(await eventsAbout(site, notes[0]?.contactNoteId ?? '')).toMatchObject([{ action: 'contact-noted' }]);
    // Of a simulated firm only what nobody has written is by a simulated adviser.
    const authors = async () => (await readRecord(rut, owner.firmId)).notes.map((note) => note.isBySimulation);
    await site.admin.query('update firms set is_simulated = true where firm_id = $1', [owner.firmId]);
    expect(await authors()).toEqual([false]);
    await site.admin.query('update contact_notes set person_id = null where firm_id = $1', [owner.firmId]);
    expect(await authors()).toEqual([true]);
    await site.admin.query('update firms set is_simulated = false where firm_id = $1', [owner.firmId]);
    expect(await authors()).toEqual([false]);
  },
});

const rewrite = async (staff: Staff, changes: object = {}): Promise<Visit> => {
  const { contactNoteId } = await writeNote(rut, owner.firmId);
  return {
    method: 'PUT',
    url: notesOf(staff, owner.firmId, `/${contactNoteId}`),
    body: { revision: 1, note: text({ body: 'Vill börja i mars.', ...changes }) },
  };
};

describeEndpoint(contract.rewriteContactNote, {
  ...closedNotes(() => rewrite(rut), rewrite),
  'refuses an invalid request': async () => {
    const visit = await rewrite(rut, { subject: '' });
    expectProblem(await rut.visitor.send(visit), 422, 'invalid-request');
    expectProblem(await rut.visitor.send(await rewrite(rut, { heldOn: '2099-01-01' })), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const visit = { ...(await rewrite(rut)), url: notesOf(rut, owner.firmId, `/${randomUUID()}`) };
    expectProblem(await rut.visitor.send(visit), 404, 'not-found');
  },
  succeeds: async () => {
    const visit = await rewrite(rut);
    expect((await rut.visitor.send(visit)).statusCode).toBe(200);

    expect((await readRecord(rut, owner.firmId)).notes).toMatchObject([
      { body: 'Vill börja i mars.', revision: 2, versions: [{ body: noteText.body, subject: noteText.subject }] },
    ]);
    // What was seen is not what stands any more.
    expectProblem(await rut.visitor.send(visit), 409, 'changed-meanwhile');
  },
});

const correct = async (staff: Staff, body: object = { body: 'Det var på tisdagen.' }): Promise<Visit> => {
  const { contactNoteId } = await writeNote(rut, owner.firmId);
  return post(staff, body, `/${contactNoteId}/corrections`);
};

describeEndpoint(contract.correctContactNote, {
  ...closedNotes(() => correct(rut), correct),
  'refuses an invalid request': async () => {
    for (const body of [{}, { body: ' ' }, { body: 'x'.repeat(2001) }]) {
      expectProblem(await rut.visitor.send(await correct(rut, body)), 422, 'invalid-request');
    }
  },
  'does not find what is not there': async () => {
    const visit = post(rut, { body: 'Nej.' }, `/${randomUUID()}/corrections`);
    expectProblem(await rut.visitor.send(visit), 404, 'not-found');
  },
  succeeds: async () => {
    const visit = await correct(rut);
    for (const _ of ['sent', 'sent again']) expect((await rut.visitor.send(visit)).statusCode).toBe(201);

    const { notes } = await readRecord(rut, owner.firmId);
    expect(notes[0]?.corrections).toMatchObject([{ body: 'Det var på tisdagen.', authorName: 'Rut Råd' }]);
    expect(notes[0]).toMatchObject({ body: noteText.body, revision: 1 });
  },
});

const own = ({ firmId }: Owner): Visit => ({ url: ofFirm(firmId, '/contact-notes') });
const ownNotes = async () => (await owner.visitor.send(own(owner))).json<{ notes: ContactNote[] }>().notes;

describeEndpoint(contract.listFirmContactNotes, {
  ...closedToOthers(() => site, own, { isForRespondents: false }),
  'refuses an invalid request': noInput,
  'does not find what is not there': async () => {
    expectProblem(await owner.visitor.get(ofFirm(randomUUID(), '/contact-notes')), 404, 'not-found');
  },
  succeeds: async () => {
    await writeNote(rut, owner.firmId);

    const notes = await ownNotes();
    expect(notes).toMatchObject([{ ...text(), authorName: 'Rut Råd' }]);
    expect(Object.keys(notes[0] ?? {})).not.toContain('isOurs');
  },
});

describe('a note', () => {
  test('is written anew by nobody but its author', async () => {
    const { contactNoteId } = await writeNote(rut, owner.firmId);
    const colleague = await signedInAs(site, 'manager', { organisation: ours });
    const { notes } = await readRecord(colleague, owner.firmId);
    expect(notes).toMatchObject([{ isOurs: true, mayRewrite: false }]);

    const body = { revision: 1, note: text({ body: 'Nej.' }) };
    const reply = await colleague.visitor.put(notesOf(colleague, owner.firmId, `/${contactNoteId}`), body);
    expectProblem(reply, 409, 'move-not-possible');
    // But added to.
    const added = await colleague.visitor.post(notesOf(colleague, owner.firmId, `/${contactNoteId}/corrections`), {
      body: 'Jag ringde också.',
    });
    expect(added.statusCode).toBe(201);
  });

  test('is not written anew on another day, neither by the product nor past it', async () => {
    const { contactNoteId } = await writeNote(rut, owner.firmId);
    await site.admin.query(
      `update contact_notes set created_at = created_at - interval '1 day' where contact_note_id = $1`,
      [contactNoteId],
    );
    expect((await readRecord(rut, owner.firmId)).notes[0]?.mayRewrite).toBe(false);

    const body = { revision: 1, note: text({ body: 'Nej.' }) };
    const reply = await rut.visitor.put(notesOf(rut, owner.firmId, `/${contactNoteId}`), body);
    expectProblem(reply, 409, 'move-not-possible');
    expect((await readRecord(rut, owner.firmId)).notes[0]).toMatchObject({ body: noteText.body, versions: [] });
  });
});

describe('organisations that a firm has let in', () => {
  const subjects = async (staff: Staff) =>
    (await readRecord(staff, owner.firmId)).notes.map(({ subject }) => subject).toSorted();

  test('read nothing of each other where only one consent says so, or none', async () => {
    for (const wording of ['result-1', 'result-2']) {
      const other = await letInBy(owner, theirs, wording);
      await writeNote(rut, owner.firmId, { subject: `Vårt ${wording}` });
      await writeNote(per, owner.firmId, { subject: `Deras ${wording}` });

      expect(await subjects(rut)).not.toContain(`Deras ${wording}`);
      expect(await subjects(per)).not.toContain(`Vårt ${wording}`);
      expect((await readRecord(per, owner.firmId)).others).toEqual([]);
      await withdraw(owner, other);
    }
  });

  test('read each other’s notes and corrections where both consents say so, and change nothing of each other', async () => {
    await withdraw(owner, consentId);
    await letInBy(owner, ours, 'result-2');
    await letInBy(owner, theirs, 'result-2');
    const note = await writeNote(rut, owner.firmId, { subject: 'Vårt' });

    const record = await readRecord(per, owner.firmId);
    expect(record).toMatchObject({
      isShared: true,
      notes: [{ subject: 'Vårt', authorName: 'Rut Råd', isOurs: false, mayRewrite: false }],
    });
    expect(record.others).toHaveLength(1);
    const at = notesOf(per, owner.firmId, `/${note.contactNoteId}`);
    expectProblem(await per.visitor.put(at, { revision: 1, note: text() }), 404, 'not-found');
    expectProblem(await per.visitor.post(`${at}/corrections`, { body: 'Nej.' }), 404, 'not-found');
  });

  test('lose everything at once when the firm withdraws, from either of them', async () => {
    await withdraw(owner, consentId);
    const first = await letInBy(owner, ours, 'result-2');
    const second = await letInBy(owner, theirs, 'result-2');
    await writeNote(rut, owner.firmId, { subject: 'Vårt' });
    await writeNote(per, owner.firmId, { subject: 'Deras' });
    expect(await subjects(per)).toEqual(['Deras', 'Vårt']);

    await withdraw(owner, first);
    expect(await subjects(per)).toEqual(['Deras']);
    expectProblem(await rut.visitor.get(notesOf(rut, owner.firmId)), 404, 'not-found');
    await withdraw(owner, second);
    expectProblem(await per.visitor.get(notesOf(per, owner.firmId)), 404, 'not-found');
    // The firm keeps reading what was written about it.
    expect((await ownNotes()).map(({ subject }) => subject).toSorted()).toEqual(['Deras', 'Vårt']);
  });

  test('see what the firm takes part in at each other by the same rule', async () => {
    const asked = await askForContact(site, owner);
    const adviser = await signedInAs(site, 'advisor', { organisation: asked.providerCode });
    const other = site.content.catalogue.providers.find(({ code }) => code !== asked.providerCode && code !== ours);
    const stranger = await signedInAs(site, 'advisor', { organisation: other?.code ?? '' });
    await letInBy(owner, other?.code ?? '', 'result-2');

    const mine = (await readRecord(adviser, owner.firmId)).participations;
    expect(mine).toMatchObject([{ packageCode: asked.packageCode, source: 'request', status: 'chosen' }]);
    expect((await readRecord(stranger, owner.firmId)).participations).toEqual([]);
    await site.admin.query('alter table consents disable trigger consents_immutable');
    await site.admin.query(
      `update consents set wording_version = 'contact-2' where firm_id = $1 and purpose = 'contact'`,
      [owner.firmId],
    );
    await site.admin.query('alter table consents enable trigger consents_immutable');
    expect((await readRecord(stranger, owner.firmId)).participations).toEqual(mine);
  });
});

test('the wordings that share, and those that name choices, are those that the database knows, and are there to agree to', async () => {
  const { rows } = await site.admin.query<{ wordings: string[] }>('select sharing_wordings() as wordings');
  const versions = site.content.bundle.consentWordings.map(({ version }) => version);

  expect(rows[0]?.wordings.toSorted()).toEqual([...sharingWordings].toSorted());
  expect(versions).toEqual(expect.arrayContaining([...sharingWordings]));
  const choices = await site.admin.query<{ wordings: string[] }>('select choice_wordings() as wordings');
  expect(choices.rows[0]?.wordings).toEqual([...choiceWordings]);
  expect(versions).toEqual(expect.arrayContaining([...choiceWordings]));
  // Whoever agrees now agrees to the newest.
  for (const purpose of ['contact', 'result']) {
    const newest = site.content.bundle.consentWordings.findLast((each) => each.purpose === purpose);
    expect(sharingWordings).toContain(newest?.version);
  }
});

test('nobody reads a name where a person has been erased', async () => {
  await writeNote(rut, owner.firmId, { heldOn: today() });
  await site.admin.query(`update people set email = null, name = null, erased_at = now() where person_id = $1`, [
    rut.personId,
  ]);

  expect(await ownNotes()).toMatchObject([{ authorName: null, subject: noteText.subject }]);
  const { rows } = await site.admin.query('select person_id from contact_notes where firm_id = $1', [owner.firmId]);
  expect(rows).toEqual([{ person_id: null }]);
});

test('a firm that is erased in part leaves no note behind', async () => {
  await writeNote(rut, owner.firmId);
  await site.admin.query('update firms set reduced_at = now() where firm_id = $1', [owner.firmId]);

  const { rows } = await site.admin.query('select 1 from contact_notes where firm_id = $1', [owner.firmId]);
  expect(rows).toEqual([]);
});
