import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { ofFirm, startFirmsApp } from '../support/firms.ts';
import type { Owner, Signed } from '../support/people.ts';
import {
  addMembership,
  organisationId,
  signedIn,
  signedInAs,
  signedInMember,
  signedInOwner,
} from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

type Visiting = Pick<Signed, 'visitor'>;

const accountOf = async ({ visitor }: Visiting) =>
  (await visitor.get('/api/visitor')).json<{ account: AccountDocument }>().account;
const endedOf = async (person: Visiting) => (await accountOf(person)).endedInvitations.map(({ placeId }) => placeId);

async function namedFirm(name: string): Promise<Owner> {
  const owner = await signedInOwner(site, { name: 'Åsa Öberg' });
  await owner.visitor.put(ofFirm(owner.firmId), { name, organisationNumber: '5560360793' });
  return owner;
}

async function invite({ visitor, firmId }: Pick<Owner, 'visitor' | 'firmId'>, email: string): Promise<string> {
  const body = { email, role: 'respondent', language: 'sv' };
  const reply = await visitor.post(ofFirm(firmId, '/invitations'), body);
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<FirmDocument>().invitations.find((each) => each.email === email)?.invitationId ?? '';
}

const revoke = ({ visitor, firmId }: Owner, invitationId: string) =>
  visitor.post(ofFirm(firmId, `/invitations/${invitationId}/revocation`));
const expire = (invitationId: string, ago: string) =>
  site.admin.query(`update invitations set expires_at = now() - $2::interval where invitation_id = $1`, [
    invitationId,
    ago,
  ]);

describe('an invitation that no longer holds', () => {
  test('is told of to the holder of the address, by its place alone', async () => {
    const owner = await namedFirm('Smedjan');
    const [person, other] = [await signedIn(site), await signedIn(site)];
    const invitationId = await invite(owner, person.email);
    expect(await endedOf(person)).toEqual([]);
    await revoke(owner, invitationId);

    const name = { sv: 'Smedjan', en: 'Smedjan' };
    const account = await accountOf(person);
    expect(account).toMatchObject({
      invitations: [],
      endedInvitations: [{ kind: 'firm', placeId: owner.firmId, name }],
    });
    expect(JSON.stringify(account)).not.toMatch(/Åsa|5560360793/);
    expect(await endedOf(other)).toEqual([]);
  });

  test('is told of when whoever sent it has left', async () => {
    const owner = await namedFirm('Smedjan');
    const second = await signedInMember(site, owner.firmId, 'owner');
    const person = await signedIn(site);
    await invite({ ...second, firmId: owner.firmId }, person.email);
    await second.visitor.post(ofFirm(owner.firmId, `/memberships/${second.membershipId}/end`));

    expect(await endedOf(person)).toEqual([owner.firmId]);
  });

  test('is told of in an organisation, too', async () => {
    const manager = await signedInAs(site, 'manager');
    const person = await signedIn(site);
    const place = manager.organisationId;
    await manager.visitor.post(`/api/organisations/${place}/invitations`, {
      email: person.email,
      role: 'advisor',
      language: 'sv',
    });
    await site.admin.query('update invitations set revoked_at = now() where email = $1', [person.email]);

    expect((await accountOf(person)).endedInvitations).toMatchObject([{ kind: 'provider', placeId: place }]);
  });

  test('is told of for thirty days after it has run out', async () => {
    const owner = await namedFirm('Smedjan');
    const person = await signedIn(site);
    const invitationId = await invite(owner, person.email);
    await expire(invitationId, '29 days');
    expect(await endedOf(person)).toEqual([owner.firmId]);
    await expire(invitationId, '31 days');

    expect(await endedOf(person)).toEqual([]);
  });

  test('is not told of while another for the same place holds, or once the person is in', async () => {
    const owner = await namedFirm('Smedjan');
    const person = await signedIn(site);
    await revoke(owner, await invite(owner, person.email));
    await invite(owner, person.email);
    expect(await endedOf(person)).toEqual([]);
    await site.admin.query('update invitations set revoked_at = now() where email = $1', [person.email]);
    await addMembership(site, person.personId, 'respondent', owner.firmId);

    expect(await endedOf(person)).toEqual([]);
  });

  test('is not told of when the last one was declined', async () => {
    const owner = await namedFirm('Smedjan');
    const person = await signedIn(site);
    await revoke(owner, await invite(owner, person.email));
    const declined = await invite(owner, person.email);
    await person.visitor.post(`/api/account/invitations/${declined}/refusal`);

    expect(await endedOf(person)).toEqual([]);
  });
});

describe('a place that is closed at present', () => {
  test('is told of once, apart from where the person can do something', async () => {
    const advisor = await signedInAs(site, 'advisor');
    const placeId = advisor.organisationId;
    await addMembership(site, advisor.personId, 'manager', placeId);
    const close = (at: string) =>
      site.admin.query(`update organisations set closed_at = ${at} where organisation_id = $1`, [placeId]);
    expect(await accountOf(advisor)).toMatchObject({ closedPlaces: [], secondFactor: { isNeeded: true } });
    await close('now()');
    const account = await accountOf(advisor);
    await close('null');

    expect(account).toMatchObject({
      memberships: [],
      closedPlaces: [{ kind: 'provider', placeId }],
      secondFactor: { isNeeded: false },
    });
  });

  test('is none of those in which a role has ended', async () => {
    const person = await signedIn(site);
    const placeId = await organisationId(site, 'region');
    const ended = await addMembership(site, person.personId, 'analyst', placeId);
    await site.admin.query('update memberships set ended_at = now() where membership_id = $1', [ended]);
    await site.admin.query('update organisations set closed_at = now() where organisation_id = $1', [placeId]);
    const { closedPlaces } = await accountOf(person);
    await site.admin.query('update organisations set closed_at = null where organisation_id = $1', [placeId]);

    expect(closedPlaces).toEqual([]);
  });
});
