import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { periodAfter } from '#server/platform/period.ts';
import { applyRetention } from '#server/platform/retention/apply-retention.ts';
import { deliverMails } from '../support/delivery.ts';
import { startFirmsApp } from '../support/firms.ts';
import type { Signed } from '../support/people.ts';
import { addMembership, newSession, signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import { limitOf, retentionOf } from '../support/retention.ts';
import { readTables, tablesWith } from '../support/table-rows.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());
beforeEach(async () => {
  await site.admin.query('update outbox_mails set status = $1, settled_at = now() where settled_at is null', ['sent']);
});

const dayMs = 86_400_000;
const days = (moment: Date, count: number) => new Date(moment.getTime() + count * dayMs);
const apply = () => applyRetention(retentionOf(site));

/** Neither the account nor any session of it has been used since. */
async function unusedSince({ personId }: Pick<Signed, 'personId'>, at: Date): Promise<void> {
  await site.admin.query('update people set last_used_at = $1 where person_id = $2', [at, personId]);
  await site.admin.query('update sessions set last_seen_at = $1 where person_id = $2', [at, personId]);
}

/** As if the person had been told then. */
async function toldAt({ personId }: Pick<Signed, 'personId'>, at: Date): Promise<void> {
  await site.admin.query('update people set expiry_told_at = $1 where person_id = $2', [at, personId]);
}

async function isThere({ personId }: Pick<Signed, 'personId'>): Promise<boolean> {
  const { rowCount } = await site.admin.query(
    'select 1 from people where person_id = $1 and email is not null and erased_at is null',
    [personId],
  );
  return rowCount === 1;
}

const mailsTo = async ({ email }: Signed) =>
  (await deliverMails(site)).filter(
    ({ recipient, subject }) => recipient === email && subject === 'Ert konto i Måttstock tas snart bort',
  );

/** The longest disuse after which an account is kept without anybody being told. */
const noticeLimit = () => days(limitOf(site, 'unused-accounts'), 30);

describe('an account that is not used', () => {
  test('is told of thirty days before it goes, once, in the language of the person', async () => {
    const person = await signedIn(site);
    await unusedSince(person, days(noticeLimit(), 1 / dayMs));
    await apply();
    expect(await mailsTo(person)).toEqual([]);

    await unusedSince(person, noticeLimit());
    await apply();
    await apply();
    const mails = await mailsTo(person);

    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('tas det bort, om ni inte loggar in innan dess');
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'long' });
    expect(mails[0]?.text).toContain(day.format(periodAfter(noticeLimit(), { months: 12 })));
    expect(await isThere(person)).toBe(true);
  });

  test('goes when it has not been used for a year and was told thirty days ago', async () => {
    const person = await signedIn(site, { name: 'Elof Nilsson' });
    const limit = limitOf(site, 'unused-accounts');
    const told = days(site.clock.now(), -30);
    const attempt = async (usedAt: Date, at: Date) => {
      await unusedSince(person, usedAt);
      await toldAt(person, at);
      await apply();
      return isThere(person);
    };

    expect(await attempt(days(limit, 1 / dayMs), told)).toBe(true);
    expect(await attempt(limit, days(told, 1 / dayMs))).toBe(true);
    expect(await attempt(limit, told)).toBe(false);
    expect(tablesWith(await readTables(site.admin), [person.email, 'Elof Nilsson'])).toEqual([]);
  });

  test('stays, and would be told again, when it was used after that', async () => {
    const person = await signedIn(site);
    await unusedSince(person, limitOf(site, 'unused-accounts'));
    await toldAt(person, days(site.clock.now(), -40));
    await newSession(site, person.personId, { hasSecondFactor: false });
    await apply();
    expect(await isThere(person)).toBe(true);

    await unusedSince(person, noticeLimit());
    await toldAt(person, days(noticeLimit(), -100));
    await apply();
    expect(await mailsTo(person)).toHaveLength(1);
  });

  test('counts as used by a session that is gone by now', async () => {
    const person = await signedIn(site);
    await unusedSince(person, limitOf(site, 'unused-accounts'));
    const seenAt = days(site.clock.now(), -200);
    await site.admin.query('update sessions set last_seen_at = $1, expires_at = $1 where person_id = $2', [
      seenAt,
      person.personId,
    ]);
    await toldAt(person, days(site.clock.now(), -300));
    await apply();
    const { rows } = await site.admin.query('select last_used_at as at from people where person_id = $1', [
      person.personId,
    ]);

    expect(rows).toEqual([{ at: seenAt }]);
    expect(await isThere(person)).toBe(true);
  });
});

describe('an account that others depend on', () => {
  const unusedAndTold = async (person: Pick<Signed, 'personId'>) => {
    await unusedSince(person, limitOf(site, 'unused-accounts'));
    await toldAt(person, days(site.clock.now(), -60));
  };

  test('stays while its person is the only owner of a firm with others, and goes after', async () => {
    const owner = await signedInOwner(site);
    await signedInMember(site, owner.firmId, 'respondent');
    await unusedAndTold(owner);
    await apply();
    expect(await isThere(owner)).toBe(true);

    const successor = await signedIn(site);
    await addMembership(site, successor.personId, 'owner', owner.firmId);
    await apply();
    expect(await isThere(owner)).toBe(false);
  });

  test('stays while its person is the last administrator', async () => {
    const administrator = await signedInAs(site, 'administrator');
    await unusedAndTold(administrator);
    await apply();
    expect(await isThere(administrator)).toBe(true);
    expect(await mailsTo(administrator)).toEqual([]);

    await signedInAs(site, 'administrator');
    await apply();
    expect(await isThere(administrator)).toBe(false);
  });

  test('is left to one of two owners when both are clearing at once', async () => {
    const owner = await signedInOwner(site);
    const other = await signedInMember(site, owner.firmId, 'owner');
    await signedInMember(site, owner.firmId, 'respondent');
    await unusedAndTold(owner);
    await unusedAndTold(other);
    await Promise.all([apply(), apply(), apply()]);

    expect([await isThere(owner), await isThere(other)].filter(Boolean)).toHaveLength(1);
  });
});
