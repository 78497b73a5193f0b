import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tellOfNewRequests, tellOfWaitingRequests } from '#server/features/referrals/tell-advisors.ts';
import { createPublishedContent } from '#server/platform/content/published-content.ts';
import { isNight, isWeekdayMorning, swedishDate } from '#server/platform/mail/swedish-time.ts';
import { changeNoticeChoice, getNoticeChoice, type NoticeChoice } from '#shared/contracts/notices.ts';
import { providerCodes } from '../support/coordination.ts';
import { deliverMails, deliveryOf, smtpTo } from '../support/delivery.ts';
import { alwaysThere, describeEndpoint, noInput } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { refusesWithoutKey } from '../support/factor-families.ts';
import { letIn } from '../support/firms.ts';
import { type Owner, type Staff, signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { askForContact } from '../support/referrals.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { createTestClock } from '../support/test-clock.ts';

const hourMs = 3_600_000;
const ofChoice = '/api/account/notices';

let site: TestApp;
let provider: string;
let advisor: Staff;
let owner: Owner;

/** A Monday at nine in Sweden. */
const monday = '2026-11-02T08:00:00.000Z';

beforeAll(async () => {
  site = await startTestApp({ rateLimitPerMinute: 100_000 }, { clock: createTestClock(monday) });
  provider = (await askForContact(site, await signedInOwner(site))).providerCode;
});
beforeEach(async () => {
  await site.admin.query('delete from outbox_mails');
  await site.admin.query('delete from request_notices');
  await site.admin.query('delete from referrals');
  await site.admin.query('delete from memberships where organisation_id is not null');
  advisor = await signedInAs(site, 'advisor', { organisation: provider });
  owner = await signedInOwner(site);
});
afterAll(() => site.close());

const parts = () => {
  const { database, clock, identifiers } = deliveryOf(site, smtpTo('smtp://localhost'));
  return { database, clock, identifiers, bundle: site.content.bundle, published: createPublishedContent(database) };
};

/** At the given moment, and back to where the clock was afterwards. */
async function at(moment: string, work: () => Promise<unknown>): Promise<void> {
  const before = site.clock.now().getTime();
  site.clock.advance(Date.parse(moment) - before);
  await work();
  site.clock.advance(before - site.clock.now().getTime());
}

const choose = (staff: Staff, choice: NoticeChoice) => staff.visitor.put(ofChoice, choice);
const never = { newRequests: 'never', isToldOfOverdue: false } as const;

const ownOnly = 'concerns the own account only';
const everybody = 'for everybody who is signed in: who works for no provider is never written to';

describeEndpoint(getNoticeChoice, {
  'refuses who has no key': refusesWithoutKey(
    () => site,
    () => ({ url: ofChoice }),
  ),
  'refuses the wrong role': everybody,
  'hides what belongs to another firm': ownOnly,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    expect((await advisor.visitor.get(ofChoice)).json()).toEqual({ newRequests: 'at-once', isToldOfOverdue: true });
  },
});

describeEndpoint(changeNoticeChoice, {
  'refuses who has no key': refusesWithoutKey(
    () => site,
    () => ({ method: 'PUT', url: ofChoice, body: never }),
  ),
  'refuses the wrong role': everybody,
  'hides what belongs to another firm': async () => {
    const colleague = await signedInAs(site, 'advisor', { organisation: provider });
    await choose(advisor, never);
    expect((await colleague.visitor.get(ofChoice)).json()).toMatchObject({ newRequests: 'at-once' });
  },
  'refuses an invalid request': async () => {
    const person = await signedIn(site);
    for (const body of [{}, { ...never, newRequests: 'sometimes' }, { ...never, personId: advisor.personId }]) {
      expectProblem(await person.visitor.put(ofChoice, body), 422, 'invalid-request');
    }
  },
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    await choose(advisor, { newRequests: 'daily', isToldOfOverdue: false });
    await choose(advisor, never);
    expect((await advisor.visitor.get(ofChoice)).json()).toEqual(never);
  },
});

describe('a new request', () => {
  test('is told to everybody at the provider who wants it, once, without the firm or anybody in it', async () => {
    const manager = await signedInAs(site, 'manager', { organisation: provider });
    const [first, second] = await providerCodes(site);
    await signedInAs(site, 'advisor', { organisation: first === provider ? second : first });
    await choose(await signedInAs(site, 'advisor', { organisation: provider }), never);
    await askForContact(site, owner);

    await Promise.all([tellOfNewRequests(parts()), tellOfNewRequests(parts())]);
    await tellOfNewRequests(parts());
    const mails = await deliverMails(site);

    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([advisor.email, manager.email].sort());
    const [mail] = mails;
    expect(mail?.subject).toMatch(/^Ny förfrågan i Måttstock: /);
    // Asked on a Monday, so the third weekday after it.
    expect(mail?.text).toContain('Svara senast den 5 november 2026.');
    expect(mail?.text).toContain('Län: företaget har inte delat det');
    expect(mail?.text).toContain('https://mattstock.example/advisor');
    for (const word of ['Smeden', 'Åsa', 'asa@', owner.firmId]) expect(JSON.stringify(mail)).not.toContain(word);
  });

  test('is told with the county where the firm shares its results', async () => {
    await letIn(owner, provider);
    await askForContact(site, owner);
    await tellOfNewRequests(parts());

    const mail = (await deliverMails(site)).find(({ recipient }) => recipient === advisor.email);
    expect(mail?.text).toMatch(/Län: (Värmland|Dalarna|Gävleborg|utanför de tre länen)/);
  });

  test('is told in the language of whoever is told', async () => {
    await advisor.visitor.put('/api/account', { name: 'Rut Råd', language: 'en' });
    await askForContact(site, owner);
    await tellOfNewRequests(parts());

    expect((await deliverMails(site))[0]?.subject).toMatch(/^New request in Måttstock: /);
  });

  test('waits for the morning when it comes at night, and is not told if it was taken back by then', async () => {
    const asked = await askForContact(site, owner);
    const kept = await askForContact(site, await signedInOwner(site));
    await at('2026-11-02T20:00:00.000Z', () => tellOfNewRequests(parts()));
    await owner.visitor.post(`/api/responses/${owner.responseId}/referrals/${asked.referralId}/withdrawal`);
    await at('2026-11-03T06:00:00.000Z', () => tellOfNewRequests(parts()));

    const { rows } = await site.admin.query<{ key: string }>(
      'select dedupe_key as key from outbox_mails where kind = $1',
      ['request-arrived'],
    );
    expect(rows.map(({ key }) => key)).toEqual([`request-arrived:${kept.referralId}:${advisor.personId}`]);
  });

  test('is not sent at night, whenever its mail was written or last tried', async () => {
    await askForContact(site, owner);
    await tellOfNewRequests(parts());
    await at('2026-11-02T20:30:00.000Z', async () => expect(await deliverMails(site)).toEqual([]));
    await at('2026-11-03T05:59:00.000Z', async () => expect(await deliverMails(site)).toEqual([]));
    await at('2026-11-03T06:00:00.000Z', async () => expect(await deliverMails(site)).toHaveLength(1));
  });

  test('waits for the day as all work of providers does, that a package has changed, too', async () => {
    const names = { packageSv: 'Plan', packageEn: 'Plan', providerSv: 'Compare', providerEn: 'Compare' };
    const facts = { ...names, changedSv: 'Namn', changedEn: 'Name', packageCode: 'plan' };
    await site.admin.query(
      `insert into outbox_mails (mail_id, kind, recipient, language, facts, created_at, next_attempt_at)
       values (gen_random_uuid(), 'package-changed', 'kim@example.se', 'sv', $1, $2, $2)`,
      [JSON.stringify(facts), site.clock.now()],
    );
    await at('2026-11-02T20:30:00.000Z', async () => expect(await deliverMails(site)).toEqual([]));
    await at('2026-11-03T06:00:00.000Z', async () => expect(await deliverMails(site)).toHaveLength(1));
  });

  test('is not told after all when it is withdrawn before the mail has gone', async () => {
    const asked = await askForContact(site, owner);
    await tellOfNewRequests(parts());
    const count = async () =>
      (await site.admin.query(`select 1 from outbox_mails where kind = 'request-arrived'`)).rowCount;
    expect(await count()).toBe(1);
    await owner.visitor.post(`/api/responses/${owner.responseId}/referrals/${asked.referralId}/withdrawal`);

    expect(await count()).toBe(0);
  });

  test('is told to nobody where nobody is, and is not told later', async () => {
    await site.admin.query('update memberships set ended_at = now() where membership_id = $1', [advisor.membershipId]);
    await askForContact(site, owner);
    await tellOfNewRequests(parts());
    await signedInAs(site, 'advisor', { organisation: provider });
    await tellOfNewRequests(parts());

    expect(await deliverMails(site)).toEqual([]);
  });

  test('leaves nothing of what was chosen behind, once its adviser is erased', async () => {
    await choose(advisor, never);
    await site.admin.query('update people set erased_at = now(), email = null, name = null where person_id = $1', [
      advisor.personId,
    ]);

    expect(
      (await site.admin.query('select 1 from notice_choices where person_id = $1', [advisor.personId])).rows,
    ).toEqual([]);
  });
});

describe('what waits for an answer', () => {
  test('is told in the morning when it is overdue, once a day, in numbers alone', async () => {
    await askForContact(site, owner);
    await askForContact(site, await signedInOwner(site));
    await at('2026-11-03T07:00:00.000Z', () => tellOfWaitingRequests(parts()));
    expect(await deliverMails(site)).toEqual([]);

    // A week later both have passed their day.
    await at('2026-11-09T07:00:00.000Z', () => tellOfWaitingRequests(parts()));
    await at('2026-11-09T08:00:00.000Z', async () => {
      await tellOfWaitingRequests(parts());
      const mails = await deliverMails(site);
      expect(mails.map(({ recipient }) => recipient)).toEqual([advisor.email]);
      expect(mails[0]?.text).toMatch(/väntar på svar: 2\. Av dem har svarstiden gått ut för: 2\./);
      expect(mails[0]?.text).not.toContain('Smeden');
    });
    await at('2026-11-10T07:00:00.000Z', async () => {
      await tellOfWaitingRequests(parts());
      expect(await deliverMails(site)).toHaveLength(1);
    });
  });

  test('is told every morning to whoever wants new requests once a day', async () => {
    await choose(advisor, { newRequests: 'daily', isToldOfOverdue: false });
    await askForContact(site, owner);
    await tellOfNewRequests(parts());
    expect(await deliverMails(site)).toEqual([]);

    await at('2026-11-03T07:00:00.000Z', async () => {
      await tellOfWaitingRequests(parts());
      expect((await deliverMails(site))[0]?.text).toMatch(/väntar på svar: 1\. .* gått ut för: 0\./);
    });
  });

  test('is not told on a Saturday, nor in the afternoon', async () => {
    await askForContact(site, owner);
    for (const moment of ['2026-11-14T08:00:00.000Z', '2026-11-09T13:00:00.000Z', '2026-11-09T05:00:00.000Z']) {
      await at(moment, () => tellOfWaitingRequests(parts()));
    }
    expect((await site.admin.query(`select 1 from outbox_mails where kind = 'requests-waiting'`)).rows).toEqual([]);
  });
});

describe('the time of day where the readers are', () => {
  // Sweden is an hour ahead of UTC in winter, two in summer; summer time began on 29 March 2026.
  test.each([
    ['2026-01-15T05:59:59.000Z', true],
    ['2026-01-15T06:00:00.000Z', false],
    ['2026-01-15T19:59:59.000Z', false],
    ['2026-01-15T20:00:00.000Z', true],
    ['2026-07-15T04:59:59.000Z', true],
    ['2026-07-15T05:00:00.000Z', false],
    ['2026-03-28T05:30:00.000Z', true],
    ['2026-03-29T05:30:00.000Z', false],
  ])('%s is night: %s', (moment, night) => {
    expect(isNight(new Date(moment))).toBe(night);
  });

  test('has a morning from Monday to Friday, and a date of its own', () => {
    // 13 November 2026 is a Friday.
    expect(isWeekdayMorning(new Date('2026-11-13T10:59:00.000Z'))).toBe(true);
    expect(isWeekdayMorning(new Date('2026-11-13T11:00:00.000Z'))).toBe(false);
    expect(isWeekdayMorning(new Date('2026-11-15T08:00:00.000Z'))).toBe(false);
    expect(swedishDate(new Date(Date.parse('2026-11-13T22:30:00.000Z') + hourMs))).toBe('2026-11-14');
  });
});
