import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSealing } from '#server/platform/identity/sealing.ts';
import { deliverWebhooks } from '#server/platform/webhooks/deliver-webhooks.ts';
import * as contract from '#shared/contracts/webhooks.ts';
import { eventsAbout } from '../support/coordination.ts';
import { deliverMails } from '../support/delivery.ts';
import { alwaysThere, describeEndpoint, isPublic, noInput, noTenant } from '../support/endpoint-families.ts';
import { madeStale } from '../support/erasure.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startFirmsApp } from '../support/firms.ts';
import { type Owner, type Staff, signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { askForContact, move } from '../support/referrals.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visit } from '../support/visitor.ts';
import { deliveryRows, type Receiver, sendWebhooks, startReceiver, webhookParts } from '../support/webhooks.ts';

const everyEvent = [
  'chosen',
  'accepted',
  'started',
  'completed',
  'declined',
  'withdrawn',
  'handed-over',
  'discontinued',
];

let site: TestApp;
let provider: string;
let other: string;
let manager: Staff;
let stranger: Staff;
let owner: Owner;
const receivers: Receiver[] = [];

beforeAll(async () => {
  site = await startFirmsApp({ allowsLocalWebhooks: true });
  provider = (await askForContact(site, await signedInOwner(site))).providerCode;
  other = site.content.catalogue.providers.find(({ code }) => code !== provider)?.code ?? '';
});
beforeEach(async () => {
  await site.admin.query('delete from webhooks');
  await site.admin.query('delete from outbox_mails');
  manager = await signedInAs(site, 'manager', { organisation: provider });
  stranger = await signedInAs(site, 'manager', { organisation: other });
  owner = await signedInOwner(site);
});
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((receiver) => receiver.close()));
});
afterAll(() => site.close());

const place = (staff: Pick<Staff, 'organisationId'>, rest = '') =>
  `/api/advisor/organisations/${staff.organisationId}/webhooks${rest}`;
const settings = { name: 'Kundregistret', url: 'https://crm.example/hook', events: everyEvent };

type WithSecret = { webhooks: contract.Webhook[]; secret: string };
type Deliveries = { webhook: contract.Webhook; deliveries: contract.WebhookDelivery[] };

async function added(staff: Staff = manager, url = settings.url): Promise<{ webhookId: string; secret: string }> {
  const { webhooks: others } = (await staff.visitor.get(place(staff))).json<WithSecret>();
  const name = others.length === 0 ? settings.name : `${settings.name} ${others.length + 1}`;
  const reply = await staff.visitor.post(place(staff), { ...settings, name, url });
  expect(reply.statusCode, reply.body).toBe(201);
  const { webhooks, secret } = reply.json<WithSecret>();
  return { webhookId: webhooks.at(-1)?.webhookId ?? '', secret };
}

async function newReceiver(): Promise<Receiver> {
  const receiver = await startReceiver();
  receivers.push(receiver);
  return receiver;
}

async function deliveriesOf(webhookId: string, staff: Staff = manager): Promise<Deliveries> {
  const reply = await staff.visitor.get(place(staff, `/${webhookId}/deliveries`));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<Deliveries>();
}

/** Nobody changes where things are sent, or by what secret, who has not shown a while ago who it is. */
async function wantsProof(visit: Visit): Promise<void> {
  await madeStale(site, manager);
  expectProblem(await manager.visitor.send(visit), 403, 'verification-required');
}

/** The families that are alike for every endpoint of one receiver. */
function closed(visit: (webhookId: string, staff: Staff) => Visit) {
  return {
    'refuses who has no key': async () => {
      const { webhookId } = await added();
      expectProblem(await site.newVisitor().send(visit(webhookId, manager)), 401, 'sign-in-required');
    },
    'refuses the wrong role': async () => {
      const { webhookId } = await added();
      const others = [
        await signedIn(site),
        owner,
        await signedInAs(site, 'advisor', { organisation: provider }),
        await signedInAs(site, 'analyst'),
        await signedInAs(site, 'editor'),
        await signedInAs(site, 'administrator'),
      ];
      for (const { visitor } of others) {
        expectProblem(await visitor.send(visit(webhookId, manager)), 404, 'not-found');
      }
      const unproved = await signedInAs(site, 'manager', { organisation: provider, hasSecondFactor: false });
      expectProblem(await unproved.visitor.send(visit(webhookId, manager)), 403, 'second-factor-required');
    },
    'hides what belongs to another firm': async () => {
      const { webhookId } = await added();
      const theirs = await added(stranger);
      // Their own receiver in our organisation, and ours in theirs.
      for (const attempt of [visit(webhookId, manager), visit(webhookId, stranger), visit(theirs.webhookId, manager)]) {
        expectProblem(await stranger.visitor.send(attempt), 404, 'not-found');
      }
      expect((await deliveriesOf(webhookId)).webhook).toMatchObject({ name: 'Kundregistret', pausedAt: null });
    },
    'does not find what is not there': async () => {
      expectProblem(await manager.visitor.send(visit(randomUUID(), manager)), 404, 'not-found');
      expectProblem(
        await manager.visitor.send(visit(randomUUID(), { ...manager, organisationId: randomUUID() })),
        404,
        'not-found',
      );
    },
  };
}

const ofOrganisation = (visit: (staff: Staff) => Visit) => ({
  ...closed((_webhookId, staff) => visit(staff)),
  'hides what belongs to another firm': async () => {
    await added();
    expectProblem(await stranger.visitor.send(visit(manager)), 404, 'not-found');
    expect((await stranger.visitor.get(place(stranger))).json()).toMatchObject({ webhooks: [] });
  },
  'does not find what is not there': async () => {
    expectProblem(await manager.visitor.send(visit({ ...manager, organisationId: randomUUID() })), 404, 'not-found');
  },
});

describeEndpoint(contract.getWebhookEventSchema, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const schema = (await site.newVisitor().get('/api/webhook-event-schema')).json<object>();
    expect(JSON.stringify(schema)).toContain('referral.accepted');
    expect(JSON.stringify(schema)).toContain('"additionalProperties":false');
  },
});

describeEndpoint(contract.listWebhooks, {
  ...ofOrganisation((staff) => ({ url: place(staff) })),
  'refuses an invalid request': async () => {
    expectProblem(await manager.visitor.get('/api/advisor/organisations/x/webhooks'), 422, 'invalid-request');
  },
  succeeds: async () => {
    const { webhookId, secret } = await added();
    const reply = await manager.visitor.get(place(manager));
    expect(reply.json()).toMatchObject({ webhooks: [{ webhookId, url: settings.url, waiting: 0, failed: 0 }] });
    expect(reply.body).not.toContain(secret);
  },
});

describeEndpoint(contract.addWebhook, {
  ...ofOrganisation((staff) => ({ method: 'POST', url: place(staff), body: settings })),
  'refuses an invalid request': async () => {
    const post = (body: object) => manager.visitor.post(place(manager), body);
    for (const body of [{}, { ...settings, events: [] }, { ...settings, events: ['x'] }, { ...settings, name: ' ' }]) {
      expectProblem(await post(body), 422, 'invalid-request');
    }
    for (const [url, code] of [
      ['ftp://crm.example', 'not-https'],
      ['http://crm.example/hook', 'not-https'],
      ['crm', 'not-an-address'],
      ['https://kim:hemligt@crm.example', 'has-password'],
      ['https://crm.example/#x', 'has-fragment'],
      ['https://10.0.0.1/', 'not-public'],
      ['https://[::ffff:169.254.169.254]/', 'not-public'],
      ['https://2130706434/', 'not-public'],
    ]) {
      const reply = await post({ ...settings, url });
      expectProblem(reply, 422, 'invalid-request');
      expect(reply.json(), url).toMatchObject({ errors: [{ path: 'body/url', code }] });
    }
    for (let count = 0; count < 5; count += 1) await added();
    expect((await post(settings)).json()).toMatchObject({ errors: [{ code: 'too-many-webhooks' }] });
  },
  succeeds: async () => {
    const { webhookId, secret } = await added();
    expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
    const { rows } = await site.admin.query('select * from webhooks');
    expect(JSON.stringify(rows)).not.toContain(secret.replace('whsec_', ''));
    expect(await eventsAbout(site, webhookId)).toMatchObject([
      { action: 'webhook-added', actorPersonId: manager.personId },
    ]);
    await wantsProof({ method: 'POST', url: place(manager), body: settings });
  },
});

test('a receiver gets no name that another has, and keeps its own', async () => {
  const { webhookId: first } = await added();
  const { webhookId: second } = await added();
  const again = await manager.visitor.post(place(manager), { ...settings, name: ' kundregistret' });
  expect(again.json()).toMatchObject({ errors: [{ path: 'body/name', code: 'name-taken' }] });
  const change = (id: string) => manager.visitor.put(place(manager, `/${id}`), { ...settings, isPaused: false });
  expect((await change(second)).json()).toMatchObject({ errors: [{ path: 'body/name', code: 'name-taken' }] });
  expect((await change(first)).statusCode).toBe(200);
});

test('a receiver that was called as another before names were held apart is paused as it is', async () => {
  await added();
  const { webhookId } = await added();
  await site.admin.query('update webhooks set name = $1 where webhook_id = $2', [settings.name, webhookId]);

  const paused = await manager.visitor.put(place(manager, `/${webhookId}`), { ...settings, isPaused: true });

  expect(paused.statusCode, paused.body).toBe(200);
});

describeEndpoint(contract.changeWebhook, {
  ...closed((webhookId, staff) => ({
    method: 'PUT',
    url: place(staff, `/${webhookId}`),
    body: { ...settings, name: 'Något annat', isPaused: true },
  })),
  'refuses an invalid request': async () => {
    const { webhookId } = await added();
    const put = (body: object) => manager.visitor.put(place(manager, `/${webhookId}`), body);
    expectProblem(await put(settings), 422, 'invalid-request');
    expectProblem(await put({ ...settings, url: 'https://192.168.1.1/', isPaused: false }), 422, 'invalid-request');
  },
  succeeds: async () => {
    const receiver = await newReceiver();
    const { webhookId } = await added(manager, receiver.url);
    const put = (isPaused: boolean) =>
      manager.visitor.put(place(manager, `/${webhookId}`), { ...settings, url: receiver.url, isPaused });
    expect((await put(true)).json()).toMatchObject({ webhooks: [{ pausedBecause: 'by-hand' }] });
    await askForContact(site, owner);
    await sendWebhooks(site);
    expect(receiver.received).toEqual([]);

    expect((await put(false)).json()).toMatchObject({ webhooks: [{ pausedBecause: null, waiting: 1 }] });
    await sendWebhooks(site);
    expect(receiver.received).toHaveLength(1);

    await manager.visitor.put(place(manager, `/${webhookId}`), { ...settings, isPaused: false });
    const { rows } = await site.admin.query<{ isAddressChanged: string }>(
      `select detail ->> 'isAddressChanged' as "isAddressChanged" from audit_events
       where action = 'webhook-changed' and object_id = $1 order by audit_sequence`,
      [webhookId],
    );
    expect(rows.map(({ isAddressChanged }) => isAddressChanged)).toEqual(['false', 'false', 'true']);
    const url = place(manager, `/${webhookId}`);
    await wantsProof({ method: 'PUT', url, body: { ...settings, isPaused: true } });
  },
});

describeEndpoint(contract.rollWebhookSecret, {
  ...closed((webhookId, staff) => ({ method: 'POST', url: place(staff, `/${webhookId}/secret`) })),
  'refuses an invalid request': async () => {
    expectProblem(await manager.visitor.post(place(manager, '/x/secret')), 422, 'invalid-request');
  },
  succeeds: async () => {
    const receiver = await newReceiver();
    const { webhookId, secret } = await added(manager, receiver.url);
    const rolled = (await manager.visitor.post(place(manager, `/${webhookId}/secret`))).json<WithSecret>();
    expect(rolled.secret).not.toBe(secret);
    expect(rolled.webhooks[0]?.earlierSecretUntil).not.toBeNull();
    const test = async () => {
      await manager.visitor.post(place(manager, `/${webhookId}/tests`));
      await sendWebhooks(site);
      return receiver.received.at(-1);
    };
    const clockMs = site.clock.now().getTime();
    const verify = (key: string, got: Awaited<ReturnType<typeof test>>) => () =>
      new Webhook(key).verify(got?.body ?? '', got?.headers ?? {});
    const first = await test();
    expect(verify(secret, first)).not.toThrow();
    expect(verify(rolled.secret, first)).not.toThrow();

    // Receivers measure by their own clock, which the tests' one runs ahead of from here.
    site.clock.advance(86_400_000);
    const later = await test();
    expect(later?.headers['webhook-signature']?.split(' ')).toHaveLength(1);
    site.clock.advance(clockMs - site.clock.now().getTime());
    await wantsProof({ method: 'POST', url: place(manager, `/${webhookId}/secret`) });
  },
});

describeEndpoint(contract.removeWebhook, {
  ...closed((webhookId, staff) => ({ method: 'POST', url: place(staff, `/${webhookId}/removal`) })),
  'refuses an invalid request': async () => {
    expectProblem(await manager.visitor.post(place(manager, '/x/removal')), 422, 'invalid-request');
  },
  succeeds: async () => {
    const { webhookId } = await added();
    await askForContact(site, owner);
    const reply = await manager.visitor.post(place(manager, `/${webhookId}/removal`));
    expect(reply.json()).toMatchObject({ webhooks: [] });
    expect(await deliveryRows(site)).toEqual([]);
  },
});

describeEndpoint(contract.listWebhookDeliveries, {
  ...closed((webhookId, staff) => ({ url: place(staff, `/${webhookId}/deliveries`) })),
  'refuses an invalid request': async () => {
    expectProblem(await manager.visitor.get(place(manager, '/x/deliveries')), 422, 'invalid-request');
  },
  succeeds: async () => {
    const { webhookId } = await added();
    await askForContact(site, owner);
    expect((await deliveriesOf(webhookId)).deliveries).toMatchObject([
      { event: 'chosen', status: 'waiting', attempts: 0, responseCode: null, fault: null },
    ]);
  },
});

describeEndpoint(contract.testWebhook, {
  ...closed((webhookId, staff) => ({ method: 'POST', url: place(staff, `/${webhookId}/tests`) })),
  'refuses an invalid request': async () => {
    const { webhookId } = await added(stranger);
    const post = (id: string) => stranger.visitor.post(place(stranger, `/${id}/tests`));
    for (let count = 0; count < 20; count += 1) await post(webhookId);
    expectProblem(await post(webhookId), 429, 'too-many-requests');
    // Nor with another receiver, when that one is gone.
    const second = await added(stranger);
    await stranger.visitor.post(place(stranger, `/${webhookId}/removal`));
    expectProblem(await post(second.webhookId), 429, 'too-many-requests');
  },
  succeeds: async () => {
    const receiver = await newReceiver();
    const { webhookId, secret } = await added(manager, receiver.url);
    expect((await manager.visitor.post(place(manager, `/${webhookId}/tests`))).statusCode).toBe(202);
    await sendWebhooks(site);
    const [got] = receiver.received;
    expect(new Webhook(secret).verify(got?.body ?? '', got?.headers ?? {})).toMatchObject({ type: 'test' });
    expect((await deliveriesOf(webhookId)).deliveries).toMatchObject([
      { event: 'test', status: 'delivered', responseCode: 204, attempts: 1 },
    ]);
  },
});

describeEndpoint(contract.resendWebhookDelivery, {
  ...closed((webhookId, staff) => ({
    method: 'POST',
    url: place(staff, `/${webhookId}/deliveries/${randomUUID()}/resend`),
  })),
  'refuses an invalid request': async () => {
    const { webhookId } = await added();
    const reply = await manager.visitor.post(place(manager, `/${webhookId}/deliveries/x/resend`));
    expectProblem(reply, 422, 'invalid-request');

    const third = site.content.catalogue.providers.find(({ code }) => code !== provider && code !== other)?.code ?? '';
    const busy = await signedInAs(site, 'manager', { organisation: third });
    const receiver = await newReceiver();
    const mine = await added(busy, receiver.url);
    await busy.visitor.post(place(busy, `/${mine.webhookId}/tests`));
    await sendWebhooks(site);
    const [delivery] = (await deliveriesOf(mine.webhookId, busy)).deliveries;
    await site.admin.query(
      `select record_audit_event('webhook-resent', 'webhook', gen_random_uuid()::text,
         jsonb_build_object('organisationId', $1::text), null) from generate_series(1, 60)`,
      [busy.organisationId],
    );
    const again = place(busy, `/${mine.webhookId}/deliveries/${delivery?.deliveryId}/resend`);
    expectProblem(await busy.visitor.post(again), 429, 'too-many-requests');
    expect((await deliveriesOf(mine.webhookId, busy)).deliveries).toMatchObject([{ status: 'delivered' }]);
  },
  succeeds: async () => {
    const receiver = await newReceiver();
    const { webhookId } = await added(manager, receiver.url);
    await askForContact(site, owner);
    await sendWebhooks(site);
    const [delivery] = (await deliveriesOf(webhookId)).deliveries;
    const again = place(manager, `/${webhookId}/deliveries/${delivery?.deliveryId}/resend`);
    expect((await manager.visitor.post(again)).statusCode).toBe(202);
    // It waits already.
    expect((await manager.visitor.post(again)).statusCode).toBe(202);
    await sendWebhooks(site);

    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([
      delivery?.deliveryId,
      delivery?.deliveryId,
    ]);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  },
});

describe('what a receiver is told', () => {
  test('is every step of a request, in order, by the published schema and without anybody', async () => {
    const receiver = await newReceiver();
    const { secret } = await added(manager, receiver.url);
    const { referralId } = await askForContact(site, owner);
    await move(manager, referralId, 1, { move: 'accept', note: 'Vi ringer Åsa.' });
    await move(manager, referralId, 2, { move: 'start' });
    await move(manager, referralId, 3, { move: 'complete', outcome: 'reached' });
    await sendWebhooks(site);

    const events = receiver.received.map(({ body, headers }) => {
      const event = new Webhook(secret).verify(body, headers) as { data: Record<string, unknown> };
      expect(contract.webhookEventSchema.safeParse(event).error).toBeUndefined();
      return event;
    });
    expect(events.map(({ data }) => [data['from'], data['to']])).toEqual([
      [null, 'chosen'],
      ['chosen', 'accepted'],
      ['accepted', 'started'],
      ['started', 'completed'],
    ]);
    expect(events[0]?.data).toMatchObject({
      referralId,
      organisationId: manager.organisationId,
      firmId: owner.firmId,
    });
    const everything = JSON.stringify(receiver.received);
    for (const word of ['Smeden', 'Åsa', 'asa@', 'Vi ringer', 'reached', manager.personId]) {
      expect(everything).not.toContain(word);
    }
  });

  test('is that a firm has withdrawn, without which firm it was', async () => {
    const receiver = await newReceiver();
    await added(manager, receiver.url);
    const { referralId } = await askForContact(site, owner);
    await sendWebhooks(site);
    await owner.visitor.post(`/api/responses/${owner.responseId}/referrals/${referralId}/withdrawal`);
    await sendWebhooks(site);

    expect(receiver.received.at(-1)?.body).toContain('"firmId" : null');
    expect(receiver.received.at(-1)?.body).not.toContain(owner.firmId);
    expect(JSON.parse(receiver.received.at(-1)?.body ?? '')).toMatchObject({
      type: 'referral.withdrawn',
      data: { referralId, from: 'chosen', to: 'withdrawn', firmId: null },
    });
  });

  test('names the firm no longer once it has withdrawn, in what was sent before and is sent again either', async () => {
    const receiver = await newReceiver();
    const { webhookId } = await added(manager, receiver.url);
    const { referralId } = await askForContact(site, owner);
    await move(manager, referralId, 1, { move: 'accept' });
    await sendWebhooks(site);
    await move(manager, referralId, 2, { move: 'start' });
    await move(manager, referralId, 3, { move: 'complete', outcome: 'reached' });
    const ids = (await deliveriesOf(webhookId)).deliveries.map(({ deliveryId }) => deliveryId);
    // It has ended, and is not withdrawn with its consent.
    await site.admin.query(
      `update consents c set withdrawn_at = now() from referrals r
       where r.referral_id = $1 and c.firm_id = r.firm_id and c.consent_id = r.consent_id`,
      [referralId],
    );
    receiver.received.splice(0);
    await manager.visitor.post(place(manager, `/${webhookId}/deliveries/${ids.at(-1)}/resend`));
    await sendWebhooks(site);

    expect(receiver.received.map(({ headers }) => headers['webhook-id']).sort()).toEqual(
      [ids[0], ids[1], ids.at(-1)].sort(),
    );
    for (const { body } of receiver.received) {
      const event = contract.webhookEventSchema.parse(JSON.parse(body));
      expect(event.data).toMatchObject({ referralId, firmId: null });
    }
    const { deliveries } = await deliveriesOf(webhookId);
    expect(deliveries).toHaveLength(4);
    expect(JSON.stringify(deliveries)).not.toContain(owner.firmId);
  });

  test('names no firm that is erased in part', async () => {
    const { webhookId } = await added();
    await askForContact(site, owner);
    expect(JSON.stringify(await deliveriesOf(webhookId))).toContain(owner.firmId);
    await site.admin.query('update firms set reduced_at = now() where firm_id = $1', [owner.firmId]);

    expect(JSON.stringify(await deliveriesOf(webhookId))).not.toContain(owner.firmId);
  });

  test('is nothing once its organisation is closed', async () => {
    const receiver = await newReceiver();
    await added(manager, receiver.url);
    await askForContact(site, owner);
    const close = (at: string) =>
      site.admin.query(`update organisations set closed_at = ${at} where organisation_id = $1`, [
        manager.organisationId,
      ]);
    await close('now()');
    await sendWebhooks(site);
    await close('null');

    expect(receiver.received).toEqual([]);
    expect(await deliveryRows(site)).toMatchObject([{ status: 'waiting', attempts: 0 }]);
  });

  test('is signed with the secret that can be opened, when the other cannot', async () => {
    const receiver = await newReceiver();
    const { webhookId, secret } = await added(manager, receiver.url);
    await manager.visitor.post(place(manager, `/${webhookId}/tests`));
    const strange = await createSealing([Buffer.alloc(32, 9).toString('base64url')]).seal('whsec_AAAA');
    await site.admin.query(
      `update webhooks set earlier_sealed_secret = $1, earlier_until = 'infinity' where webhook_id = $2`,
      [strange, webhookId],
    );
    await sendWebhooks(site);

    const [got] = receiver.received;
    expect(got?.headers['webhook-signature']?.split(' ')).toHaveLength(1);
    expect(new Webhook(secret).verify(got?.body ?? '', got?.headers ?? {})).toMatchObject({ type: 'test' });
  });

  test('is what it has asked for, of its own organisation, and not who looks after it', async () => {
    const receiver = await newReceiver();
    await manager.visitor.post(place(manager), { ...settings, url: receiver.url, events: ['accepted'] });
    const theirs = await newReceiver();
    await added(stranger, theirs.url);
    const { referralId } = await askForContact(site, owner);
    const path = `/api/advisor/organisations/${manager.organisationId}/referral-assignments`;
    await manager.visitor.post(path, { referrals: [{ referralId, revision: 1 }], personId: manager.personId });
    await move(manager, referralId, 2, { move: 'accept' });
    await sendWebhooks(site);

    expect(receiver.received.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual([
      'referral.accepted',
    ]);
    expect(theirs.received).toEqual([]);
  });

  test('is nothing of what was not done after all', async () => {
    await added();
    const { referralId } = await askForContact(site, owner);
    const before = (await deliveryRows(site)).length;
    await move(manager, referralId, 7, { move: 'accept' });
    await move(manager, referralId, 1, { move: 'start' });

    expect((await deliveryRows(site)).length).toBe(before);
  });

  test('goes with its firm when that is erased', async () => {
    await added();
    await askForContact(site, owner);
    await site.admin.query('delete from referrals where firm_id = $1', [owner.firmId]);

    expect(await deliveryRows(site)).toEqual([]);
  });
});

describe('a receiver that does not take it', () => {
  const hourMs = 3_600_000;

  test('is tried eleven times in a day, then paused, and its managers are told once', async () => {
    const receiver = await newReceiver();
    receiver.answer = (_request, reply) => reply.writeHead(500).end('x'.repeat(100_000));
    const { webhookId } = await added(manager, receiver.url);
    await askForContact(site, owner);
    await askForContact(site, await signedInOwner(site));
    const beganMs = site.clock.now().getTime();
    const triesOf: number[] = [];
    for (let minute = 0; minute <= 25 * 60; minute += 15) {
      await sendWebhooks(site);
      triesOf.push(receiver.received.length);
      site.clock.advance(hourMs / 4);
    }
    const rows = await deliveryRows(site);

    expect(rows.map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(rows[0]).toMatchObject({ attempts: 11, fault: 'refused', responseCode: 500 });
    const { webhook } = await deliveriesOf(webhookId);
    expect(webhook).toMatchObject({ pausedBecause: 'failing', failed: 2 });
    const pausedAfterH = (Date.parse(webhook.pausedAt ?? '') - beganMs) / hourMs;
    expect(pausedAfterH).toBeGreaterThan(22);
    expect(pausedAfterH).toBeLessThan(26);
    // The mail waits for the day.
    for (let hour = 0; hour < 12; hour += 1) site.clock.advance(hourMs);
    const { rows: mails } = await site.admin.query<{ recipient: string }>(
      `select recipient from outbox_mails where kind = 'webhook-paused'`,
    );
    expect(mails.map(({ recipient }) => recipient)).toContain(manager.email);
    expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(mails.length);
    expect(mails.map(({ recipient }) => recipient)).not.toContain(stranger.email);
    await deliverMails(site);
    site.clock.advance(beganMs - site.clock.now().getTime());
  });

  test('keeps back what happened to the same request later, and nothing of another', async () => {
    const receiver = await newReceiver();
    await added(manager, receiver.url);
    const first = await askForContact(site, owner);
    await move(manager, first.referralId, 1, { move: 'accept' });
    const second = await askForContact(site, await signedInOwner(site));
    receiver.answer = (request, reply) => {
      const isFirst = receiver.received.at(-1)?.body.includes(first.referralId);
      reply.writeHead(isFirst === true ? 503 : 204).end();
      void request;
    };
    await sendWebhooks(site);
    const typesOf = () =>
      receiver.received.map(({ body }) => {
        const { type, data } = JSON.parse(body) as { type: string; data: { referralId: string } };
        return `${data.referralId === first.referralId ? 'first' : 'second'} ${type}`;
      });
    expect(typesOf().sort()).toEqual(['first referral.chosen', 'second referral.chosen']);
    expect(second.referralId).not.toBe(first.referralId);

    receiver.answer = (_request, reply) => reply.writeHead(204).end();
    site.clock.advance(10_000);
    await sendWebhooks(site);
    expect(typesOf().slice(2)).toEqual(['first referral.chosen', 'first referral.accepted']);
    site.clock.advance(-10_000);
  });

  test('and says that it is gone is paused at once', async () => {
    const receiver = await newReceiver();
    receiver.answer = (_request, reply) => reply.writeHead(410).end();
    const { webhookId } = await added(manager, receiver.url);
    await askForContact(site, owner);
    await sendWebhooks(site);

    expect((await deliveriesOf(webhookId)).webhook).toMatchObject({ pausedBecause: 'gone' });
    expect(receiver.received).toHaveLength(1);
  });

  test('goes on where it stopped once it is let to, in order', async () => {
    const receiver = await newReceiver();
    receiver.answer = (_request, reply) => reply.writeHead(410).end();
    const { webhookId } = await added(manager, receiver.url);
    const { referralId } = await askForContact(site, owner);
    await sendWebhooks(site);
    await move(manager, referralId, 1, { move: 'accept' });
    await move(manager, referralId, 2, { move: 'start' });
    receiver.answer = (_request, reply) => reply.writeHead(204).end();
    receiver.received.splice(0);
    await sendWebhooks(site);
    expect(receiver.received).toEqual([]);
    await manager.visitor.put(place(manager, `/${webhookId}`), { ...settings, url: receiver.url, isPaused: false });
    await sendWebhooks(site);

    expect(receiver.received.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual([
      'referral.accepted',
      'referral.started',
    ]);
  });
});

test('a receiver with much to come leaves room in each round for the others', async () => {
  const busy = await newReceiver();
  const calm = await newReceiver();
  const { webhookId } = await added(manager, busy.url);
  await site.admin.query(
    `insert into webhook_deliveries (delivery_id, organisation_id, webhook_id, event, body, next_attempt_at, created_at)
     select gen_random_uuid(), $1, $2, 'test', '{}', $3::timestamptz - interval '1 hour', $3
     from generate_series(1, 20)`,
    [manager.organisationId, webhookId, site.clock.now()],
  );
  await added(manager, calm.url);
  await askForContact(site, owner);
  await deliverWebhooks(webhookParts(site), new AbortController().signal);

  expect([busy.received.length, calm.received.length]).toEqual([2, 1]);
});

describe('several workers at once', () => {
  test('send each delivery once, and each request in its order', async () => {
    const receiver = await newReceiver();
    await added(manager, receiver.url);
    for (let count = 0; count < 4; count += 1) {
      const { referralId } = await askForContact(site, await signedInOwner(site));
      await move(manager, referralId, 1, { move: 'accept' });
      await move(manager, referralId, 2, { move: 'start' });
    }
    await Promise.all([sendWebhooks(site), sendWebhooks(site), sendWebhooks(site)]);
    await sendWebhooks(site);

    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(12);
    expect(ids).toHaveLength(12);
    const orderOf = new Map<string, string[]>();
    for (const { body } of receiver.received) {
      const { data } = JSON.parse(body) as { data: { referralId: string; to: string } };
      orderOf.set(data.referralId, [...(orderOf.get(data.referralId) ?? []), data.to]);
    }
    for (const order of orderOf.values()) expect(order).toEqual(['chosen', 'accepted', 'started']);
  });

  test('take over what one of them left, under the same id', async () => {
    const receiver = await newReceiver();
    await added(manager, receiver.url);
    await askForContact(site, owner);
    const [before] = await deliveryRows(site);
    await site.admin.query(
      `update webhook_deliveries set status = 'claimed', claim_id = gen_random_uuid(), attempts = 1,
         claimed_until = now() + interval '1 minute'`,
    );
    await sendWebhooks(site);
    expect(receiver.received).toEqual([]);
    await site.admin.query(`update webhook_deliveries set claimed_until = now() - interval '1 second'`);
    await sendWebhooks(site);

    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([before?.id]);
  });
});
