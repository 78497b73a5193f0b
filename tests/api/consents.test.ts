import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FirmAccess } from '#shared/contracts/firms.ts';
import * as firms from '#shared/contracts/firms.ts';
import { eventsAbout, providerCodes } from '../support/coordination.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { closedToOthers, consentBody, letIn, ofFirm, readAccess, startFirmsApp, withdraw } from '../support/firms.ts';
import { type Owner, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';

let site: TestApp;
let provider: string;
let otherProvider: string;
beforeAll(async () => {
  site = await startFirmsApp();
  [provider, otherProvider] = await providerCodes(site);
});
afterAll(() => site.close());

async function mailsTo(email: string) {
  const { rows } = await site.admin.query<{ kind: string; language: string; facts: Record<string, string> }>(
    'select kind, language, facts from outbox_mails where recipient = $1 order by created_at, kind',
    [email],
  );
  return rows;
}

describeEndpoint(firms.getFirmAccess, {
  ...closedToOthers(
    () => site,
    ({ firmId }) => ({ url: ofFirm(firmId, '/access') }),
    { isForRespondents: true },
  ),
  'refuses an invalid request': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.get(ofFirm('no-id', '/access')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.get(ofFirm(randomUUID(), '/access')), 404, 'not-found');
  },
  succeeds: async () => {
    const owner = await signedInOwner(site, { name: 'Åsa Öberg' });
    await letIn(owner, provider);
    const advisor = await signedInAs(site, 'advisor', { organisation: provider, name: 'Rut Råd' });
    const look = `/api/advisor/organisations/${advisor.organisationId}/firms/${owner.firmId}`;
    expect((await advisor.visitor.get(look)).statusCode).toBe(200);
    const respondent = await signedInMember(site, owner.firmId, 'respondent');

    const access = await readAccess(owner.visitor, owner.firmId);
    expect(access.consents).toMatchObject([
      { purpose: 'result', receiver: { code: provider }, givenBy: 'Åsa Öberg', withdrawnAt: null },
    ]);
    expect(access.looks).toMatchObject([{ personName: 'Rut Råd', what: 'result' }]);
    expect(access.lookCount).toBe(1);
    expect(access.receivers.map(({ code }) => code)).toContain('triple-steelix');
    expect(access.receivers.find(({ code }) => code === 'triple-steelix')?.counties.length).toBeGreaterThan(0);
    expect(await readAccess(respondent.visitor, owner.firmId)).toEqual(access);
  },
});

describeEndpoint(firms.giveConsent, {
  ...closedToOthers(
    () => site,
    ({ firmId }) => ({ method: 'POST', url: ofFirm(firmId, '/consents'), body: consentBody('cohort', provider) }),
    { isForRespondents: false },
  ),
  'refuses an invalid request': async () => {
    const { visitor, firmId } = await signedInOwner(site);
    const give = (changes: object) =>
      visitor.post(ofFirm(firmId, '/consents'), { ...consentBody('result', provider), ...changes });
    const fault = async (changes: object) => (await give(changes)).json();

    expectProblem(await give({ hasConsented: false }), 422, 'invalid-request');
    expectProblem(await give({ purpose: 'contact', wordingVersion: 'contact-1' }), 422, 'invalid-request');
    for (const wordingVersion of ['result-0', 'cohort-1']) {
      expect(await fault({ wordingVersion })).toMatchObject({
        errors: [{ path: 'body/wordingVersion', code: 'unknown-wording' }],
      });
    }
    const toRegions = { purpose: 'statistics', wordingVersion: 'statistics-1' };
    for (const changes of [{ receiver: 'nobody' }, { receiver: 'regions' }, { receiver: '17' }, toRegions]) {
      expect(await fault(changes)).toMatchObject({ errors: [{ path: 'body/receiver', code: 'unknown-receiver' }] });
    }
    expect((await readAccess(visitor, firmId)).consents).toEqual([]);
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInOwner(site);
    const body = consentBody('result', provider);
    expectProblem(await visitor.post(ofFirm(randomUUID(), '/consents'), body), 404, 'not-found');
  },
  succeeds: async () => {
    const owner = await signedInOwner(site);
    const consentId = await letIn(owner, provider);
    const statistics = await owner.visitor.post(
      ofFirm(owner.firmId, '/consents'),
      consentBody('statistics', 'regions'),
    );

    expect(statistics.json<FirmAccess>().consents).toMatchObject([
      { purpose: 'statistics', receiver: { code: 'regions' }, wordingVersion: 'statistics-1' },
      { purpose: 'result', receiver: { code: provider }, wordingVersion: 'result-1' },
    ]);
    expect(await eventsAbout(site, consentId)).toMatchObject([
      { action: 'consent-given', objectKind: 'consent', actorPersonId: owner.personId },
    ]);
  },
});

describe('a consent', () => {
  test('given twice, also at the same moment, is one', async () => {
    const owner = await signedInOwner(site);
    const give = () => owner.visitor.post(ofFirm(owner.firmId, '/consents'), consentBody('result', provider));
    const replies = await Promise.all([give(), give(), give()]);

    expect(replies.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
    expect((await readAccess(owner.visitor, owner.firmId)).consents).toHaveLength(1);
    expect(await mailsTo(owner.email)).toHaveLength(1);
  });

  test('is told to every owner in the own language, and to nobody else', async () => {
    const owner = await signedInOwner(site);
    const second = await signedInMember(site, owner.firmId, 'owner');
    const respondent = await signedInMember(site, owner.firmId, 'respondent');
    await site.admin.query(`update people set language = 'en' where person_id = $1`, [second.personId]);
    await withdraw(owner, await letIn(owner, provider));

    const kinds = [
      { kind: 'consent-given', facts: { purpose: 'result' } },
      { kind: 'consent-withdrawn', facts: { purpose: 'result' } },
    ];
    expect(await mailsTo(owner.email)).toMatchObject(kinds.map((mail) => ({ ...mail, language: 'sv' })));
    expect(await mailsTo(second.email)).toMatchObject(kinds.map((mail) => ({ ...mail, language: 'en' })));
    expect(await mailsTo(respondent.email)).toEqual([]);
  });

  test('says of its receiver whether anybody there can sign in, as long as somebody can', async () => {
    const owner = await signedInOwner(site);
    const isWithoutUsers = async (code: string) =>
      (await readAccess(owner.visitor, owner.firmId)).withoutUsers.includes(code);
    await owner.visitor.post(ofFirm(owner.firmId, '/consents'), consentBody('statistics', 'regions'));
    await letIn(owner, 'export-centre-17');

    expect(await isWithoutUsers('export-centre-17')).toBe(true);
    expect(await isWithoutUsers('regions')).toBe(false);
    const advisor = await signedInAs(site, 'advisor', { organisation: 'export-centre-17' });
    expect(await isWithoutUsers('export-centre-17')).toBe(false);
    await site.admin.query('update people set disabled_at = now() where person_id = $1', [advisor.personId]);
    expect(await isWithoutUsers('export-centre-17')).toBe(true);
    await site.admin.query('update people set disabled_at = null where person_id = $1', [advisor.personId]);
    await site.admin.query('update memberships set ended_at = now() where person_id = $1', [advisor.personId]);
    expect(await isWithoutUsers('export-centre-17')).toBe(true);
  });

  test('cannot be given to a provider that has closed', async () => {
    const owner = await signedInOwner(site);
    await site.admin.query(`update organisations set closed_at = now() where kind = 'provider' and code = $1`, [
      otherProvider,
    ]);
    const body = consentBody('result', otherProvider);
    const reply = await owner.visitor.post(ofFirm(owner.firmId, '/consents'), body);
    const { receivers } = await readAccess(owner.visitor, owner.firmId);
    await site.admin.query('update organisations set closed_at = null');

    expect(reply.json()).toMatchObject({ errors: [{ code: 'unknown-receiver' }] });
    expect(receivers.map(({ code }) => code)).not.toContain(otherProvider);
  });

  test('can be given again after it was withdrawn', async () => {
    const owner = await signedInOwner(site);
    const first = await letIn(owner, provider);
    await withdraw(owner, first);
    const second = await letIn(owner, provider);

    const { consents } = await readAccess(owner.visitor, owner.firmId);
    expect(consents.map(({ consentId, withdrawnAt }) => [consentId, withdrawnAt !== null])).toEqual([
      [second, false],
      [first, true],
    ]);
  });
});

describe('a newer wording for the statistics', () => {
  const give = ({ visitor, firmId }: Pick<Owner, 'visitor' | 'firmId'>, wordingVersion: string) =>
    visitor.post(ofFirm(firmId, '/consents'), { ...consentBody('statistics', 'regions'), wordingVersion });
  const counted = async ({ firmId }: Pick<Owner, 'firmId'>) =>
    (
      await site.admin.query<{ wording: number }>('select wording from counted_firms() where firm_id = $1', [firmId])
    ).rows.map(({ wording }) => wording);

  test('takes the place of the earlier one at the same moment, which stays among those that were', async () => {
    const owner = await signedInOwner(site);
    await give(owner, 'statistics-1');
    expect(await counted(owner)).toEqual([1]);
    const [newer, again] = [await give(owner, 'statistics-2'), await give(owner, 'statistics-2')];

    const { consents } = newer.json<FirmAccess>();
    expect(consents.map(({ wordingVersion, withdrawnAt }) => [wordingVersion, withdrawnAt])).toEqual([
      ['statistics-2', null],
      ['statistics-1', consents[0]?.givenAt],
    ]);
    expect(again.json()).toEqual(newer.json());
    expect(await counted(owner)).toEqual([2]);
    expect((await eventsAbout(site, consents[1]?.consentId ?? '')).map(({ action }) => action)).toEqual([
      'consent-given',
      'consent-withdrawn',
    ]);
    expect((await mailsTo(owner.email)).map(({ kind }) => kind)).toEqual(['consent-given', 'consent-given']);
  });

  test('is not taken back by agreeing to the earlier one, and one that was withdrawn counts no more', async () => {
    const owner = await signedInOwner(site);
    const consentId = (await give(owner, 'statistics-2')).json<FirmAccess>().consents[0]?.consentId ?? '';
    await give(owner, 'statistics-1');
    expect(await counted(owner)).toEqual([2]);

    await withdraw(owner, consentId);
    expect(await counted(owner)).toEqual([]);
  });

  test('for results takes the place of nothing, since more would end with it, and is agreed to anew', async () => {
    const owner = await signedInOwner(site);
    const consentId = await letIn(owner, provider);
    const agree = () =>
      owner.visitor.post(ofFirm(owner.firmId, '/consents'), {
        ...consentBody('result', provider),
        wordingVersion: 'result-3',
      });

    expect((await agree()).json<FirmAccess>().consents).toMatchObject([{ consentId, withdrawnAt: null }]);
    await withdraw(owner, consentId);
    expect((await agree()).json<FirmAccess>().consents).toMatchObject([
      { wordingVersion: 'result-3', withdrawnAt: null },
      { consentId, wordingVersion: 'result-1' },
    ]);
  });
});

describeEndpoint(firms.withdrawConsent, {
  ...closedToOthers(
    () => site,
    async (owner) => ({
      method: 'POST',
      url: ofFirm(owner.firmId, `/consents/${await letIn(owner, provider)}/withdrawal`),
    }),
    { isForRespondents: false },
  ),
  'refuses an invalid request': async () => {
    const { visitor, firmId } = await signedInOwner(site);
    expectProblem(await visitor.post(ofFirm(firmId, '/consents/no-id/withdrawal')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const [own, other] = [await signedInOwner(site), await signedInOwner(site)];
    const [mine, theirs] = [await letIn(own, provider), await letIn(other, provider)];
    const take = (firmId: string, id: string) => own.visitor.post(ofFirm(firmId, `/consents/${id}/withdrawal`));

    expectProblem(await take(own.firmId, randomUUID()), 404, 'not-found');
    expectProblem(await take(own.firmId, theirs), 404, 'not-found');
    expectProblem(await take(other.firmId, mine), 404, 'not-found');
    expectProblem(await take(other.firmId, theirs), 404, 'not-found');
    for (const { visitor, firmId } of [own, other]) {
      expect((await readAccess(visitor, firmId)).consents).toMatchObject([{ withdrawnAt: null }]);
    }
  },
  succeeds: async () => {
    const owner = await signedInOwner(site);
    const consentId = await letIn(owner, provider);
    const take = () => owner.visitor.post(ofFirm(owner.firmId, `/consents/${consentId}/withdrawal`));
    const [first, second] = [await take(), await take()];

    expect(first.json<FirmAccess>().consents).toMatchObject([{ consentId, withdrawnAt: expect.any(String) }]);
    expect(second.json()).toEqual(first.json());
    expect((await eventsAbout(site, consentId)).map(({ action }) => action)).toEqual([
      'consent-given',
      'consent-withdrawn',
    ]);
    const { rows } = await site.admin.query('select person_id, withdrawn_by from consents where consent_id = $1', [
      consentId,
    ]);
    expect(rows).toEqual([{ person_id: owner.personId, withdrawn_by: owner.personId }]);
  },
});
