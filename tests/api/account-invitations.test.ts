import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#shared/domain/access/roles.ts';
import { placeKindOf } from '#shared/domain/access/roles.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { Signed } from '../support/people.ts';
import { newSession, organisationId, signedIn, signedInMember, signedInOwner } from '../support/people.ts';
import { cookieOf, copyOf } from '../support/sign-in.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 100_000 });
});
afterAll(() => site.close());

const dayMs = 86_400_000;

type Ticket = {
  readonly email: string;
  readonly role: Role;
  /** The first organisation of the kind unless given. */
  readonly placeId?: string;
  readonly invitedBy?: string;
};

async function newTicket({ email, role, placeId, invitedBy }: Ticket): Promise<string> {
  const kind = placeKindOf(role);
  const place = placeId ?? (kind === 'firm' ? '' : await organisationId(site, kind));
  const columns = kind === 'firm' ? [place, null, null] : [null, place, kind];
  const invitationId = randomUUID();
  await site.admin.query(
    `insert into invitations (invitation_id, email, language, role, firm_id, organisation_id, organisation_kind, purpose,
       invited_by, expires_at)
     values ($1, $2, 'sv', $3, $4, $5, $6, 'membership', $7, $8)`,
    [invitationId, email, role, ...columns, invitedBy ?? null, new Date(site.clock.now().getTime() + 30 * dayMs)],
  );
  return invitationId;
}

const accept = ({ visitor }: Pick<Signed, 'visitor'>, invitationId: string, body: object = { name: 'Kim Berg' }) =>
  visitor.post(`/api/account/invitations/${invitationId}/acceptance`, body);

async function membershipsOf({ personId }: Signed): Promise<{ role: string; place: string }[]> {
  const { rows } = await site.admin.query<{ role: string; place: string }>(
    `select role, coalesce(firm_id, organisation_id) as place from memberships
     where person_id = $1 and ended_at is null order by created_at, role`,
    [personId],
  );
  return rows;
}

describe('an invitation', () => {
  test('accepted twice at once gives one membership', async () => {
    const person = await signedIn(site);
    const invitationId = await newTicket({ email: person.email, role: 'advisor' });
    const copies = [person.visitor, copyOf(site, person.sessionSecret), copyOf(site, person.sessionSecret)];
    const replies = await Promise.all(copies.map((visitor) => accept({ visitor }, invitationId)));

    // Whoever comes after the first has a key that is over, at the door or behind it.
    expect(replies.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(replies.filter(({ statusCode }) => [401, 404].includes(statusCode))).toHaveLength(2);
    expect(await membershipsOf(person)).toHaveLength(1);
  });

  test('of two for the same place accepted at once leaves one membership', async () => {
    const owner = await signedInOwner(site);
    const person = await signedIn(site);
    const placeId = owner.firmId;
    const tickets = [
      await newTicket({ email: person.email, role: 'owner', placeId }),
      await newTicket({ email: person.email, role: 'respondent', placeId }),
    ];
    const replies = await Promise.all(
      tickets.map((ticket) => accept({ visitor: copyOf(site, person.sessionSecret) }, ticket)),
    );

    expect(replies.every(({ statusCode }) => statusCode < 500)).toBe(true);
    expect(await membershipsOf(person)).toHaveLength(1);
  });

  test.each([
    ['revoked', 'revoked_at = now()'],
    ['declined', 'declined_at = now()'],
    ['used already', 'accepted_at = now()'],
  ])('that was %s is not found', async (_name, change) => {
    const person = await signedIn(site);
    const invitationId = await newTicket({ email: person.email, role: 'advisor' });
    await site.admin.query(`update invitations set ${change} where invitation_id = $1`, [invitationId]);

    expectProblem(await accept(person, invitationId), 404, 'not-found');
    expect((await person.visitor.get('/api/visitor')).json()).toMatchObject({ account: { invitations: [] } });
    expect(await membershipsOf(person)).toEqual([]);
  });

  test('is good for thirty days and not found after them', async () => {
    const person = await signedIn(site);
    const [kept, late] = [
      await newTicket({ email: person.email, role: 'advisor' }),
      await newTicket({ email: person.email, role: 'manager' }),
    ];
    site.clock.advance(30 * dayMs - 1);
    expect((await accept(person, kept)).statusCode).toBe(200);
    site.clock.advance(1);

    expectProblem(await accept(person, late), 404, 'not-found');
    expectProblem(await person.visitor.post(`/api/account/invitations/${late}/refusal`), 404, 'not-found');
  });

  test('to an organisation that is closed is not found while it is', async () => {
    const person = await signedIn(site);
    const placeId = await organisationId(site, 'region');
    const invitationId = await newTicket({ email: person.email, role: 'analyst', placeId });
    const close = (at: string) =>
      site.admin.query(`update organisations set closed_at = ${at} where organisation_id = $1`, [placeId]);
    await close('now()');
    const whileClosed = await accept(person, invitationId);
    await close('null');

    expectProblem(whileClosed, 404, 'not-found');
    expect((await accept(person, invitationId)).statusCode).toBe(200);
  });

  test('for another address is not found, nor shown, nor told from one that does not exist', async () => {
    const [person, other] = [await signedIn(site), await signedIn(site)];
    const invitationId = await newTicket({ email: other.email, role: 'administrator' });
    const taken = await accept(person, invitationId);
    const unknown = await accept(person, randomUUID());
    const same = ({ requestId: _id, ...problem }: Record<string, unknown>) => problem;

    expectProblem(taken, 404, 'not-found');
    expect(same(taken.json())).toEqual(same(unknown.json()));
    expect((await person.visitor.get('/api/visitor')).body).not.toContain(invitationId);
    expect(await membershipsOf(person)).toEqual([]);
  });

  test('cannot be used for more than the role and place it names', async () => {
    const person = await signedIn(site);
    const invitationId = await newTicket({ email: person.email, role: 'advisor' });
    const others = [
      { role: 'manager' },
      { role: 'administrator' },
      { organisationId: await organisationId(site, 'coordination') },
      { firmId: randomUUID() },
      { membershipId: randomUUID() },
      { email: 'other@example.se' },
      { hasSecondFactor: true },
    ];
    for (const more of others) {
      expectProblem(await accept(person, invitationId, { name: 'Kim', ...more }), 422, 'invalid-request');
    }
    expect(await membershipsOf(person)).toEqual([]);
    await accept(person, invitationId);

    expect(await membershipsOf(person)).toEqual([{ role: 'advisor', place: await organisationId(site, 'provider') }]);
  });

  test('to who belongs to the firm already changes nothing of the role', async () => {
    const owner = await signedInOwner(site);
    const member = await signedInMember(site, owner.firmId, 'respondent');
    await accept(member, await newTicket({ email: member.email, role: 'owner', placeId: owner.firmId }));

    expect(await membershipsOf(member)).toEqual([{ role: 'respondent', place: owner.firmId }]);
  });

  test('says who sent it, and nothing of the address of who did', async () => {
    const owner = await signedInOwner(site, { name: 'Åsa Öberg' });
    const person = await signedIn(site);
    await newTicket({ email: person.email, role: 'respondent', placeId: owner.firmId, invitedBy: owner.personId });
    const reply = await person.visitor.get('/api/visitor');

    expect(reply.json()).toMatchObject({ account: { invitations: [{ inviterName: 'Åsa Öberg' }] } });
    expect(reply.body).not.toContain(owner.email);
  });
});

describe('with an invitation accepted', () => {
  test('the session has another key, the earlier one is dead and other sessions have ended', async () => {
    const person = await signedIn(site);
    const elsewhere = await newSession(site, person.personId, { hasSecondFactor: false });
    const invitationId = await newTicket({ email: person.email, role: 'advisor' });
    await accept(person, invitationId);

    expect(cookieOf(person.visitor)).toMatch(/^[\w-]{43}$/);
    expect(cookieOf(person.visitor)).not.toBe(person.sessionSecret);
    expect((await person.visitor.get('/api/account/sessions')).statusCode).toBe(200);
    for (const visitor of [copyOf(site, person.sessionSecret), elsewhere.visitor]) {
      expectProblem(await visitor.get('/api/account/sessions'), 401, 'sign-in-required');
    }
  });

  test('the session has the limits of the new role, counted from when it began', async () => {
    const person = await signedIn(site);
    const invitationId = await newTicket({ email: person.email, role: 'editor' });
    await accept(person, invitationId);
    const { rows } = await site.admin.query(
      `select extract(epoch from expires_at - created_at) / 3600 as hours, extract(epoch from idle_limit) / 60 as minutes
       from sessions where session_id = $1`,
      [person.sessionId],
    );

    expect(rows.map(({ hours, minutes }) => [Number(hours), Number(minutes)])).toEqual([[12, 30]]);
  });

  test('a role of an organisation opens nothing before a second factor is shown', async () => {
    const person = await signedIn(site);
    await accept(person, await newTicket({ email: person.email, role: 'administrator' }));

    expectProblem(await person.visitor.get('/api/audit-events'), 403, 'second-factor-required');
  });

  test('the audit log names the person, the invitation and the membership', async () => {
    const person = await signedIn(site);
    const invitationId = await newTicket({ email: person.email, role: 'advisor' });
    await accept(person, invitationId);
    const { rows } = await site.admin.query(
      `select a.actor_person_id, m.person_id from audit_events a
       join memberships m on m.membership_id::text = a.detail->>'membershipId'
       where a.action = 'invitation-accepted' and a.object_id = $1`,
      [invitationId],
    );

    expect(rows).toEqual([{ actor_person_id: person.personId, person_id: person.personId }]);
  });
});
