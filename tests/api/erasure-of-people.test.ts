import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCoordinationApp } from '../support/coordination.ts';
import { deliverMails } from '../support/delivery.ts';
import { asked, contactAsked, countRows, decide, erased, ofCase, tracesIn } from '../support/erasure.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn } from '../support/firms.ts';
import type { Owner, Signed, Staff } from '../support/people.ts';
import { addMembership, signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let administrator: Staff;
beforeAll(async () => {
  site = await startCoordinationApp();
  administrator = await signedInAs(site, 'administrator');
});
afterAll(() => site.close());

const traces = (...words: string[]) => tracesIn(site, ...words);
const count = (table: string, condition: string, ...values: unknown[]) => countRows(site, table, condition, ...values);
const carryOut = (id: string) => administrator.visitor.post(ofCase(id, '/carrying-out'));

/** Puts the person wherever the site holds people. */
async function spread(person: Owner, name: string): Promise<void> {
  const { visitor, personId, email, firmId } = person;
  const insert = (sql: string, ...values: unknown[]) => site.admin.query(sql, values);
  await visitor.post(`/api/firms/${firmId}/invitations`, {
    email: 'ny@example.se',
    role: 'respondent',
    language: 'sv',
  });
  await letIn(person, 'compare');
  await contactAsked(person, { contactName: name, email: email.toUpperCase() });
  await site.newVisitor().post('/api/sign-in/codes', { email, language: 'sv' });
  await insert(
    `insert into identities (identity_id, person_id, issuer, subject) values ($1::uuid, $2, 'https://x', $1::text)`,
    randomUUID(),
    personId,
  );
  await insert(
    `insert into authenticators (authenticator_id, person_id, sealed_secret) values ($1, $2, 'x')`,
    randomUUID(),
    personId,
  );
  await insert(
    `insert into recovery_codes (recovery_code_id, person_id, code_sha256) values ($1, $2, sha256('x'))`,
    randomUUID(),
    personId,
  );
  await insert(
    `insert into passkeys (passkey_id, person_id, credential_id, public_key, signature_counter, transports, name)
     values ($1::uuid, $2, $1::text, '\\x00', 0, '{}', 'Telefonen')`,
    randomUUID(),
    personId,
  );
  await insert(
    `insert into challenges (challenge_id, purpose, browser_sha256, person_id, content, expires_at)
     values ($1, 'passkey-step-up', sha256('x'), $2, '{}', now())`,
    randomUUID(),
    personId,
  );
  await insert(
    `insert into invitations (invitation_id, email, language, role, organisation_id, organisation_kind, purpose, expires_at)
     select $1, $2, 'sv', 'editor', organisation_id, kind, 'membership', now() from organisations where kind = 'coordination'`,
    randomUUID(),
    email,
  );
  await insert(
    `insert into access_events (access_event_id, firm_id, organisation_id, person_id, what)
     select $1, $2, organisation_id, $3, 'result' from organisations where kind = 'provider' limit 1`,
    randomUUID(),
    firmId,
    personId,
  );
}

/** Signs a published version and a draft, as an editor does. */
async function signed({ personId }: Signed, name: string): Promise<void> {
  const { rows } = await site.admin.query<{ id: string }>(
    `select organisation_id as id from organisations where kind = 'coordination'`,
  );
  await addMembership(site, personId, 'editor', rows[0]?.id ?? '');
  const client = await site.admin.connect();
  await client.query(`set session_replication_role = 'replica'`);
  await client.query('update instrument_versions set published_by = $1', [name]);
  await client.query('reset session_replication_role');
  await client.query(
    `insert into instrument_drafts (draft_id, instrument_code, name, based_on_version_id, origin, content, place_editors,
       created_by, changed_by)
     select $1, instrument_code, 'Våren', instrument_version_id, 'version', '{}', jsonb_build_object('a', $2::text, 'b', 'Ada'),
       $2, 'Ada' from instrument_versions limit 1`,
    [randomUUID(), name],
  );
  client.release();
}

describe('a person who is erased', () => {
  test('leaves neither name nor address in any table, and everything else as it was', async () => {
    const name = 'Elof Nilsson-Hård';
    const person = await signedInOwner(site, { name });
    await spread(person, name);
    await signed(person, name);
    const held = await traces(person.email, name);
    const id = await asked(person);
    await erased(site, administrator, id);

    expect(held).toEqual(
      expect.arrayContaining([
        'people',
        'invitations',
        'referrals',
        'sign_in_requests',
        'outbox_mails',
        'instrument_drafts',
      ]),
    );
    expect(await traces(person.email, name)).toEqual([]);
    for (const table of ['sessions', 'identities', 'authenticators', 'recovery_codes', 'passkeys', 'challenges']) {
      expect(await count(table, 'person_id = $1', person.personId), table).toBe(0);
    }
    expect(await count('memberships', 'person_id = $1 and ended_at is null', person.personId)).toBe(0);
    expect(await count('responses', 'response_id = $1 and person_id is null', person.responseId)).toBe(1);
    expect(await count('consents', 'firm_id = $1 and person_id is null', person.firmId)).toBe(2);
    expect(await count('instrument_drafts', `created_by = '–' and place_editors = '{"a": "–", "b": "Ada"}'`)).toBe(1);
    expect(await count('audit_events', 'actor_person_id = $1', person.personId)).toBeGreaterThan(0);
    expect(await count('submissions', 'response_id = $1', person.responseId)).toBe(1);
  });

  test('is signed out at once, and comes back as somebody new', async () => {
    const person = await signedIn(site);
    await erased(site, administrator, await asked(person));

    expectProblem(await person.visitor.get('/api/account/sessions'), 401, 'sign-in-required');
    const again = await signedIn(site, { email: person.email });
    expect(again.personId).not.toBe(person.personId);
  });

  test('keeps nameless links from answers and consents where the decision is to keep them', async () => {
    const person = await signedInOwner(site, { name: 'Elsa Myr-Kvist' });
    await letIn(person, 'compare');
    await erased(site, administrator, await asked(person), 'partly-granted');

    expect(await traces(person.email, 'Elsa Myr-Kvist')).toEqual([]);
    expect(await count('responses', 'person_id = $1', person.personId)).toBe(1);
    expect(await count('consents', 'person_id = $1', person.personId)).toBe(1);
  });

  test('closes the firm to those it had let in, when nobody is left to close it', async () => {
    const [alone, one] = [await signedInOwner(site), await signedInOwner(site)];
    await signedInMember(site, one.firmId, 'owner');
    const advisor = await signedInAs(site, 'advisor', { organisation: 'compare' });
    for (const owner of [alone, one]) await letIn(owner, 'compare');
    for (const owner of [alone, one]) await erased(site, administrator, await asked(owner));
    const read = ({ firmId }: Owner) =>
      advisor.visitor.get(`/api/advisor/organisations/${advisor.organisationId}/firms/${firmId}`);

    expectProblem(await read(alone), 404, 'not-found');
    expect((await read(one)).statusCode).toBe(200);
  });

  test('takes requests back in which nobody else could be asked for, and no others', async () => {
    const owner = await signedInOwner(site, { name: 'Elof Sund' });
    const other = await signedInMember(site, owner.firmId, 'owner', { name: 'Nils Berg' });
    const own = await contactAsked(owner, { contactName: 'Elof Sund', email: owner.email });
    const others = await contactAsked(
      { visitor: other.visitor, responseId: owner.responseId },
      { contactName: 'Nils Berg', email: other.email, place: 1 },
    );
    await erased(site, administrator, await asked(owner));

    expect(await count('referrals', `referral_id = $1 and status = 'withdrawn' and email = ''`, own)).toBe(1);
    expect(await count('referrals', `referral_id = $1 and status = 'chosen' and email <> ''`, others)).toBe(1);
  });

  test('does not leave a firm with others, or the site, without anybody who can look after it', async () => {
    const owner = await signedInOwner(site);
    const respondent = await signedInMember(site, owner.firmId, 'respondent');
    const id = await asked(owner);
    await decide(administrator, id);
    await deliverMails(site);

    expectProblem(await carryOut(id), 409, 'last-of-its-kind');
    expect(await traces(owner.email)).toContain('people');
    await erased(site, administrator, await asked(respondent));
    expect((await carryOut(id)).statusCode).toBe(200);
  });

  test('leaves one of two owners when both are erased at once', async () => {
    const owner = await signedInOwner(site);
    const other = await signedInMember(site, owner.firmId, 'owner');
    await signedInMember(site, owner.firmId, 'respondent');
    const ids = [await asked(owner), await asked(other)];
    for (const id of ids) await decide(administrator, id);
    await deliverMails(site);
    const replies = await Promise.all(ids.map((id) => carryOut(id)));

    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });

  test('is not erased before being told why', async () => {
    const person = await signedIn(site);
    const id = await asked(person);
    await decide(administrator, id);

    expectProblem(await carryOut(id), 409, 'decision-on-its-way');
    await site.admin.query(`update outbox_mails set status = 'failed', settled_at = now() where recipient = $1`, [
      person.email,
    ]);
    expect((await carryOut(id)).statusCode).toBe(200);
  });
});

test('the last administrator is never erased, though another decides', async () => {
  const fresh = await startCoordinationApp();
  try {
    const [one, other] = [await signedInAs(fresh, 'administrator'), await signedInAs(fresh, 'administrator')];
    const id = await asked(other);
    await decide(one, id);
    await deliverMails(fresh);
    await fresh.admin.query('update people set disabled_at = now() where person_id = $1', [one.personId]);
    const { rows } = await fresh.admin.query<{ obstacle: string }>('select obstacle from erasure_obstacles_of($1)', [
      other.personId,
    ]);

    expect(rows).toEqual([{ obstacle: 'last-administrator' }]);
  } finally {
    await fresh.close();
  }
});
