import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { level, save, start } from '../support/answering.ts';
import { startCoordinationApp } from '../support/coordination.ts';
import { askedForFirm, contactAsked, countRows, decide, erased, tracesIn } from '../support/erasure.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn, readFirm } from '../support/firms.ts';
import type { Owner, Signed, Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInMember, signedInOwner } from '../support/people.ts';
import { workshop } from '../support/small-instrument.ts';
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

/** A firm with something in every table that has firms. */
async function busyFirm(): Promise<Owner & { colleague: Signed }> {
  const owner = await signedInOwner(site, { name: 'Eva Lind' });
  await owner.visitor.put(`/api/firms/${owner.firmId}`, {
    name: 'Smedjan i Munkfors',
    organisationNumber: '5560360793',
  });
  const colleague = await signedInMember(site, owner.firmId, 'respondent');
  await letIn(owner, 'compare');
  await contactAsked(owner, { contactName: 'Eva Lind', email: owner.email });
  await owner.visitor.post(`/api/firms/${owner.firmId}/invitations`, {
    email: 'inbjuden@smedjan.example',
    role: 'respondent',
    language: 'sv',
  });
  return { ...owner, colleague };
}

/** Before it is claimed: a comment, a text and what the firm makes, in its own words. */
async function withOwnWords(): Promise<Owner> {
  const signedOwner = await signedIn(site, { name: 'Eva Lind' });
  const { visitor } = signedOwner;
  const responseId = await start(visitor, { formCode: 'digital', profile: { branchDetail: 'Liar från Munkfors' } });
  await save(visitor, responseId, 'D1.1', level(2, 'Vi i Munkfors har en plan'));
  await save(visitor, responseId, 'D1.2', level(1));
  await save(visitor, responseId, 'D1.comment', {
    value: { state: 'text', text: 'Hör av er till Munkfors' },
    comment: '',
  });
  const submission = await visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
  expect(submission.statusCode, submission.body).toBe(201);
  const claim = await visitor.post(`/api/responses/${responseId}/claim`);
  const { firmId } = claim.json<{ firmId: string }>();
  return { ...signedOwner, firmId, responseId, membershipId: '' };
}

describe('a firm whose erasure is asked for', () => {
  const askedAt = async ({ visitor }: Pick<Signed, 'visitor'>, firmId: string) =>
    (await readFirm(visitor, firmId)).erasureAskedAt;

  test('says so to everybody in it as long as that is under way, and not what was decided', async () => {
    const owner = await signedInOwner(site);
    const respondent = await signedInMember(site, owner.firmId, 'respondent');
    expect(await askedAt(respondent, owner.firmId)).toBeNull();
    const id = await askedForFirm(owner);
    const since = site.clock.now().toISOString();

    expect([await askedAt(respondent, owner.firmId), await askedAt(owner, owner.firmId)]).toEqual([since, since]);
    await decide(administrator, id, 'partly-granted');
    expect(await askedAt(respondent, owner.firmId)).toBe(since);
    expect((await respondent.visitor.get(`/api/firms/${owner.firmId}`)).body).not.toContain('Därför att det är så.');
    expectProblem(await respondent.visitor.get(`/api/firms/${owner.firmId}/erasure`), 404, 'not-found');
  });

  test('says nothing of it any longer once it is withdrawn or refused, and never to another firm', async () => {
    const [owner, other] = [await signedInOwner(site), await signedInOwner(site)];
    const withdrawn = await askedForFirm(owner);
    expect(await askedAt(other, other.firmId)).toBeNull();
    await owner.visitor.post(`/api/firms/${owner.firmId}/erasure-requests/${withdrawn}/withdrawal`);
    expect(await askedAt(owner, owner.firmId)).toBeNull();
    await decide(administrator, await askedForFirm(owner), 'refused');

    expect(await askedAt(owner, owner.firmId)).toBeNull();
  });
});

describe('a firm that is erased', () => {
  test('is in no table but the log, and its people keep their accounts', async () => {
    const firm = await busyFirm();
    const id = await askedForFirm(firm);
    expect((await traces(firm.firmId)).length).toBeGreaterThan(8);
    await erased(site, administrator, id);

    expect(await traces(firm.firmId)).toEqual(['audit_events']);
    expect(await traces('Smedjan i Munkfors', 'inbjuden@smedjan.example', '5560360793')).toEqual([]);
    expect((await firm.visitor.get('/api/account/erasure')).json()).toMatchObject({
      requests: [{ erasureRequestId: id, status: 'carried-out', firmId: null }],
    });
    expectProblem(await firm.visitor.get(`/api/firms/${firm.firmId}`), 404, 'not-found');
    expect((await firm.colleague.visitor.get('/api/account/erasure')).statusCode).toBe(200);
  });

  test('in part keeps its levels and scores, and nothing that says which firm it was', async () => {
    const firm = await withOwnWords();
    await firm.visitor.put(`/api/firms/${firm.firmId}`, {
      name: 'Smedjan i Munkfors',
      organisationNumber: '5560360793',
    });
    await signedInMember(site, firm.firmId, 'respondent');
    await contactAsked(firm, { contactName: 'Eva Lind', email: 'smedjan@munkfors.example' });
    await letIn(firm, 'compare');
    const { rows: before } = await site.admin.query('select * from scores where firm_id = $1 order by 3', [
      firm.firmId,
    ]);
    expect(await traces('munkfors')).toEqual(
      expect.arrayContaining(['answers', 'answer_events', 'assessments', 'firms', 'referrals', 'submissions']),
    );
    await erased(site, administrator, await askedForFirm(firm), 'partly-granted');

    expect(await traces('munkfors', '5560360793', 'Verkstaden i Hagfors', '0563-123 45')).toEqual([]);
    const { rows: after } = await site.admin.query('select * from scores where firm_id = $1 order by 3', [firm.firmId]);
    expect(after).toEqual(before);
    expect(await count('answers', 'firm_id = $1 and level is not null', firm.firmId)).toBe(2);
    expect(
      await count('submissions', `firm_id = $1 and answers -> 'D1.1' -> 'value' ->> 'level' = '2'`, firm.firmId),
    ).toBe(1);
    expect(await count('memberships', 'firm_id = $1', firm.firmId)).toBe(0);
    expect(await count('consents', 'firm_id = $1 and withdrawn_at is null', firm.firmId)).toBe(0);
    expect(await count('access_events', 'firm_id = $1', firm.firmId)).toBe(0);
    const { rows: profiles } = await site.admin.query(
      'select profile from submissions where firm_id = $1 union all select profile from assessments where firm_id = $1',
      [firm.firmId],
    );
    const { branch, sizeClass, chainRole } = workshop;
    expect(profiles).toEqual(Array(2).fill({ profile: { municipality: '2100', branch, sizeClass, chainRole } }));
    expectProblem(await firm.visitor.get(`/api/firms/${firm.firmId}`), 404, 'not-found');
    expectProblem(await firm.visitor.get(`/api/responses/${firm.responseId}/result`), 404, 'not-found');
  });

  test('in part is not a way to change what another has submitted', async () => {
    const firm = await withOwnWords();
    const outcome = (sql: string) =>
      site.admin.query(sql, [firm.firmId]).then(
        () => 'changed',
        (error: { constraint?: string }) => error.constraint,
      );

    expect(await outcome(`update submissions set answers = without_free_text(answers) where firm_id = $1`)).toBe(
      'submissions_immutable',
    );
    expect(await outcome(`update answers set comment = '' where firm_id = $1`)).toBe('answers_response_open');
    await site.admin.query('update firms set reduced_at = now() where firm_id = $1', [firm.firmId]);
    expect(await outcome(`update submissions set answers = '{}' where firm_id = $1`)).toBe('submissions_immutable');
    expect(await outcome(`update submissions set score_profile = '{}' where firm_id = $1`)).toBe(
      'submissions_immutable',
    );
    expect(await outcome(`update answers set level = 4 where firm_id = $1 and level is not null`)).toBe(
      'answers_response_open',
    );
  });
});
