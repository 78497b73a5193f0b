import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCoordinationApp } from '../support/coordination.ts';
import { deliverMails } from '../support/delivery.ts';
import { asked, askedForFirm, countRows, decide, ofCase, tracesIn } from '../support/erasure.ts';
import type { Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let administrator: Staff;
beforeAll(async () => {
  site = await startCoordinationApp();
  administrator = await signedInAs(site, 'administrator');
});
afterAll(() => site.close());

type Kind = Parameters<typeof decide>[2];
const carryOut = (id: string) => administrator.visitor.post(ofCase(id, '/carrying-out'));

/** Decided on, told of and carried out: the mails that come of carrying it out. */
async function mailsAfter(id: string, kind?: Kind) {
  await decide(administrator, id, kind);
  await deliverMails(site);
  expect((await carryOut(id)).statusCode).toBe(200);
  return deliverMails(site);
}

const textOf = ({ text }: { text: string }) => text.replaceAll(/\s+/g, ' ');

describe('whoever asked for an erasure that has been carried out', () => {
  test('is told what was erased, what is kept and why, in the own language', async () => {
    const person = await signedIn(site, { name: 'Elof Sund' });
    await person.visitor.put('/api/account', { name: 'Elof Sund', language: 'en' });
    const mails = await mailsAfter(await asked(person));

    expect(mails.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      [person.email, 'The erasure in Måttstock has been carried out'],
    ]);
    const [mail = { text: '' }] = mails;
    expect(textOf(mail)).toContain('your name, your e-mail address, every way you had of signing in and your roles');
    expect(textOf(mail)).toContain('This is kept: what the firm has answered');
    expect(textOf(mail)).toContain('Ground for the decision: the data are no longer needed');
    expect(textOf(mail)).toContain('The decision says: Därför att det är så.');
    expect(textOf(mail)).not.toContain('Elof');
  });

  test('is told which part was kept, and on what ground', async () => {
    const mails = await mailsAfter(await asked(await signedIn(site)), 'partly-granted');

    expect(mails).toHaveLength(1);
    expect(textOf(mails[0] ?? { text: '' })).toMatch(
      /att svar och samtycken kom från en och samma person.*allmänna handlingar/,
    );
  });

  test('for a firm is told so with everybody in it, and nothing of what was erased', async () => {
    const owner = await signedInOwner(site);
    await owner.visitor.put(`/api/firms/${owner.firmId}`, { name: 'Smedjan i Munkfors', organisationNumber: null });
    const other = await signedInMember(site, owner.firmId, 'owner');
    const respondent = await signedInMember(site, owner.firmId, 'respondent');
    const former = await signedInMember(site, owner.firmId, 'respondent');
    await former.visitor.post(`/api/firms/${owner.firmId}/memberships/${former.membershipId}/end`);
    const mails = await mailsAfter(await askedForFirm(owner));

    const everybody = [owner.email, other.email, respondent.email];
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(everybody.toSorted());
    for (const mail of mails) {
      expect(textOf(mail)).toContain('företagets svar, kommentarer, resultat och förslag');
      expect(textOf(mail)).not.toContain('Munkfors');
    }
  });

  test('for a firm is told of the decision with its other owners, and nobody else', async () => {
    const owner = await signedInOwner(site);
    const other = await signedInMember(site, owner.firmId, 'owner');
    await signedInMember(site, owner.firmId, 'respondent');
    await decide(administrator, await askedForFirm(owner));
    const mails = await deliverMails(site);

    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual([owner.email, other.email].toSorted());
  });

  test('for a firm is told what is kept of it when a part is', async () => {
    const [mail = { text: '' }] = await mailsAfter(await askedForFirm(await signedInOwner(site)), 'partly-granted');

    expect(textOf(mail)).toMatch(/raderades .*: företagets namn, organisationsnummer och kommun.*vem som har tittat\./);
    expect(textOf(mail)).toMatch(/finns kvar: svaren utan fritext, nivåerna och resultaten, med län, bransch, storlek/);
  });

  test('is told of the firm although the own account goes right after it', async () => {
    const owner = await signedInOwner(site);
    const ofFirm = await askedForFirm(owner);
    const ofOwner = await asked(owner);
    for (const id of [ofFirm, ofOwner]) await decide(administrator, id);
    await deliverMails(site);
    for (const id of [ofFirm, ofOwner]) expect((await carryOut(id)).statusCode).toBe(200);
    const mails = await deliverMails(site);

    expect(mails.map(({ recipient }) => recipient)).toEqual([owner.email, owner.email]);
    expect(mails.map(textOf).join()).toContain('företagets svar, kommentarer, resultat och förslag');
    expect(await tracesIn(site, owner.email)).toEqual([]);
  });

  test('is told once, however often it is carried out', async () => {
    const id = await asked(await signedIn(site));
    await mailsAfter(id);

    expect((await carryOut(id)).statusCode).toBe(200);
    expect(await deliverMails(site)).toEqual([]);
  });

  test('is in no table once the mail has gone, and has the time of every other mail when it could not', async () => {
    const [told, untold] = [await signedIn(site), await signedIn(site)];
    const ids = [await asked(told), await asked(untold)];
    for (const id of ids) await decide(administrator, id);
    await deliverMails(site);
    for (const id of ids) await carryOut(id);
    expect(await tracesIn(site, told.email)).toEqual(['outbox_mails']);
    await site.admin.query(
      `update outbox_mails set status = 'failed', settled_at = $2, fault = 'no-such-recipient' where recipient = $1`,
      [untold.email, site.clock.now()],
    );
    await deliverMails(site);

    expect(await tracesIn(site, told.email)).toEqual([]);
    expect(await countRows(site, 'outbox_mails', `kind = 'erasure-carried-out' and facts <> '{}'`)).toBe(1);
    await site.admin.query('select retire_mail_recipients($1, 100)', [new Date(site.clock.now().getTime() + 1000)]);
    expect(await tracesIn(site, untold.email)).toEqual([]);
  });
});
