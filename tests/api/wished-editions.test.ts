import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PlacementDocument } from '#shared/contracts/placements.ts';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import type { WishedEdition } from '#shared/contracts/wished-edition.ts';
import { editionAt, openEdition, readEdition } from '../support/editions.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startFirmsApp } from '../support/firms.ts';
import { type Owner, type Staff, signedInAs, signedInOwner } from '../support/people.ts';
import { insertEdition, insertPlacement } from '../support/placements.ts';
import { askForContact, queueOf } from '../support/referrals.ts';
import type { TestApp } from '../support/test-app.ts';

const clusters = ['fpx', 'compare', 'triple-steelix'];

let site: TestApp;
let staff: Staff;
let asking: Owner;
let packageCode: string;
let provider: string;

beforeAll(async () => {
  site = await startFirmsApp();
  // Whom a firm with these answers asks for the package.
  ({ packageCode, providerCode: provider } = await askForContact(site, await signedInOwner(site)));
});
beforeEach(async () => {
  asking = await signedInOwner(site);
  staff = await signedInAs(site, 'advisor', { organisation: provider });
});
afterAll(() => site.close());

const ask = (wishedEditionId?: string) =>
  asking.visitor.post(`/api/responses/${asking.responseId}/referrals`, {
    packageCode,
    firmName: 'Smeden AB',
    contactName: 'Åsa Öberg',
    email: 'asa@smeden.example',
    consentWordingVersion: 'contact-1',
    hasConsented: true,
    ...(wishedEditionId === undefined ? {} : { wishedEditionId }),
  });

async function asked(wishedEditionId: string): Promise<ReferralDocument> {
  const reply = await ask(wishedEditionId);
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<ReferralDocument>();
}

const open = (places = 3) => openEdition(site, staff, { places, minimumGroup: 1 }, packageCode);

async function asTheFirmSees(): Promise<WishedEdition | null | undefined> {
  const reply = await asking.visitor.get(`/api/responses/${asking.responseId}/referrals`);
  return reply.json<{ referrals: ReferralDocument[] }>().referrals[0]?.wishedEdition;
}

const ofFirm = (rest = '') => `/api/advisor/organisations/${staff.organisationId}/firms/${asking.firmId}${rest}`;

async function asTheAdviserSees() {
  const inQueue = (await queueOf(staff, `?package=${packageCode}`)).find(({ firmId }) => firmId === asking.firmId);
  const firm = await staff.visitor.get(ofFirm());
  const places = await staff.visitor.get(ofFirm('/placements'));
  const [request] = firm.json<{ requests: { wishedEdition: WishedEdition | null }[] }>().requests;
  const [wished] = places.json<{ placements: PlacementDocument[]; wished: WishedEdition[] }>().wished;
  return [inQueue?.referral?.wishedEdition, request?.wishedEdition, wished];
}

test('the group that a firm wishes stands with its request, for the firm and in all views of the adviser', async () => {
  const { editionId, startsOn } = await open();

  const wish = { editionId, standing: 'places-left', name: null, place: 'Falun', startsOn };
  expect((await asked(editionId)).wishedEdition).toEqual(wish);
  expect(await asTheFirmSees()).toEqual(wish);
  for (const seen of await asTheAdviserSees()) expect(seen).toMatchObject(wish);
});

test('a full group can be wished, and is said to have a waiting list', async () => {
  const { editionId } = await open(1);
  const other = await signedInOwner(site);
  await insertPlacement(site, { editionId, firmId: other.firmId, status: 'placed' });

  expect((await asked(editionId)).wishedEdition).toMatchObject({ standing: 'waiting-list' });
});

test('everybody is told of each group of a package who gives it and what can be got there', async () => {
  const { editionId } = await open();

  const reply = await site.newVisitor().get(`/api/packages/${packageCode}/editions`);
  const { editions } = reply.json<{ editions: { editionId: string }[] }>();
  expect(editions.find((each) => each.editionId === editionId)).toMatchObject({
    providerCode: provider,
    place: 'Falun',
    standing: 'places-left',
  });
});

test('a group that is cancelled afterwards is said to be gone, to both sides', async () => {
  const { editionId, startsOn } = await open();
  await asked(editionId);
  const { revision } = await readEdition(staff, editionId);
  const moved = await staff.visitor.post(editionAt(staff, editionId, '/moves'), {
    move: 'cancel',
    reason: 'too-few-firms',
    revision,
  });
  expect(moved.statusCode, moved.body).toBe(200);

  expect(await asTheFirmSees()).toEqual({ editionId, standing: 'gone', name: null, place: null, startsOn: null });
  for (const seen of await asTheAdviserSees()) expect(seen).toMatchObject({ editionId, standing: 'gone', startsOn });
});

test('a group that is gone, of another package, of another provider or never was is refused alike', async () => {
  const other = site.content.catalogue.packages.find(({ code }) => code !== packageCode);
  const foreign = clusters.find((code) => code !== provider);
  const days = { applyBy: '2020-01-15', startsOn: '2020-02-01', endsOn: '2020-04-01' };
  const refused = [
    await insertEdition(site, { provider, packageCode, status: 'cancelled' }),
    await insertEdition(site, { provider, packageCode, status: 'planned' }),
    await insertEdition(site, { provider, packageCode, ...days }),
    await insertEdition(site, { provider, packageCode: other?.code ?? '' }),
    await insertEdition(site, { provider: foreign ?? '', packageCode }),
    randomUUID(),
  ];

  for (const wishedEditionId of refused) {
    const reply = await ask(wishedEditionId);
    expectProblem(reply, 422, 'invalid-request');
    expect(reply.json()).toMatchObject({ errors: [{ path: 'body/wishedEditionId', code: 'edition-gone' }] });
  }
  const { rowCount } = await site.admin.query('select 1 from referrals where firm_id = $1', [asking.firmId]);
  expect(rowCount).toBe(0);
});

test('the database itself takes no group of another package or provider', async () => {
  const { referralId } = await asked((await open()).editionId);
  const other = site.content.catalogue.packages.find(({ code }) => code !== packageCode);
  for (const editionId of [
    await insertEdition(site, { provider, packageCode: other?.code ?? '' }),
    await insertEdition(site, { provider: provider === 'fpx' ? 'compare' : 'fpx', packageCode }),
  ]) {
    const wished = site.admin.query(
      `update referrals set wished_edition_id = $2,
         wished_organisation_id = (select organisation_id from editions where edition_id = $2)
       where referral_id = $1`,
      [referralId, editionId],
    );
    await expect(wished).rejects.toThrow(/referrals_wished_(edition|provider)_fk/);
  }
});
