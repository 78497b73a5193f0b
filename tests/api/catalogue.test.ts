import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '#server/platform/identifier.ts';
import * as contract from '#shared/contracts/catalogue.ts';
import type { PackageDraft } from '#shared/domain/routing/drafting/package-draft.ts';
import {
  beginChange,
  catalogueOf,
  historyOf,
  ofNewPackage,
  ofPackage,
  ofPackageDraft,
  packageIssuesOf,
  publishedPackage,
  readPackageDraft,
  saved,
  sendPackagePublication,
  sendSave,
} from '../support/catalogue.ts';
import { eventsAbout } from '../support/coordination.ts';
import { startEditingApp } from '../support/editing.ts';
import { editionAt, planOf } from '../support/editions.ts';
import { alwaysThere, describeEndpoint, noInput, noTenant } from '../support/endpoint-families.ts';
import { exampleBodies } from '../support/example-bodies.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visit } from '../support/visitor.ts';

/** Given by Paper Province, Compare, Triple Steelix and FPX, in an order that says who comes first. */
const shared = 'five-s-standard-work';
/** Given by places of education alone. */
const foreign = 'validation';

let site: TestApp;
let compare: Staff;
let fpx: Staff;
let almi: Staff;
let editor: Staff;

beforeAll(async () => {
  site = await startEditingApp({ rateLimitPerMinute: 1_000_000 });
  compare = await signedInAs(site, 'advisor', { organisation: 'compare', name: 'Rut Råd' });
  fpx = await signedInAs(site, 'manager', { organisation: 'fpx', name: 'Moa Chef' });
  almi = await signedInAs(site, 'advisor', { organisation: 'almi' });
  editor = await signedInAs(site, 'editor', { name: 'Ada Ek' });
});
afterAll(() => site.close());

const inUse = async (code: string) =>
  (await catalogueOf(editor)).catalogue.packages.find((each) => each.code === code) ?? { name: { sv: '', en: '' } };

/** A draft of its own for each test, of a package that Compare gives with others. */
let turn = 0;
async function newDraft(staff: Staff = compare) {
  turn += 1;
  const name = { sv: `Paket ${turn}`, en: `Package ${turn}` };
  const reply = await staff.visitor.post(ofNewPackage(staff), { name });
  expect(reply.statusCode, reply.body).toBe(201);
  return readPackageDraft(staff, reply.json<{ packageDraftId: string }>().packageDraftId);
}

/** Everything that a package must have, from one in use. */
async function filled(staff: Staff, part: Partial<PackageDraft> = {}) {
  const draft = await newDraft(staff);
  const { packages } = (await catalogueOf(staff)).catalogue;
  const model = packages.find(({ code }) => code === shared);
  const { code: _code, name: _name, providers: _providers, ...rest } = model ?? {};
  return saved(staff, draft, { ...(rest as Partial<PackageDraft>), ...part });
}

/** The families that are alike for every endpoint here. */
function closedToOthers(visit: () => Promise<Visit>) {
  return {
    'refuses who has no key': async () => {
      expectProblem(await site.newVisitor().send(await visit()), 401, 'sign-in-required');
    },
    'refuses the wrong role': async () => {
      const others = [
        await signedIn(site),
        await signedInOwner(site),
        await signedInAs(site, 'analyst'),
        await signedInAs(site, 'administrator'),
      ];
      for (const { visitor } of others) expectProblem(await visitor.send(await visit()), 404, 'not-found');
      const half = await signedInAs(site, 'advisor', { organisation: 'compare', hasSecondFactor: false });
      expectProblem(await half.visitor.send(await visit()), 403, 'second-factor-required');
    },
  };
}

describeEndpoint(contract.getCatalogue, {
  ...closedToOthers(async () => ({ url: '/api/catalogue' })),
  'hides what belongs to another firm': async () => {
    const draft = await newDraft();
    const seenBy = async (staff: Staff) => (await catalogueOf(staff)).drafts.map((each) => each.packageDraftId);
    expect(await seenBy(compare)).toContain(draft.packageDraftId);
    expect(await seenBy(fpx)).not.toContain(draft.packageDraftId);
    expect(await seenBy(editor)).not.toContain(draft.packageDraftId);
  },
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const document = await catalogueOf(compare);
    expect(document.catalogue.packages.length).toBe(site.content.catalogue.packages.length);
    expect(document.organisations).toMatchObject([{ kind: 'provider', code: 'compare' }]);
    expect((await catalogueOf(editor)).organisations).toMatchObject([{ kind: 'coordination' }]);
  },
});

describeEndpoint(contract.createPackageDraft, {
  ...closedToOthers(async () => ({
    method: 'POST',
    url: ofNewPackage(compare),
    body: exampleBodies['createPackageDraft'],
  })),
  'hides what belongs to another firm': async () => {
    const reply = await fpx.visitor.post(ofNewPackage(compare), exampleBodies['createPackageDraft'] as object);
    expectProblem(reply, 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    const reply = await compare.visitor.post(ofNewPackage(compare), { name: { sv: 'Bara svenska', en: '' } });
    expectProblem(reply, 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const reply = await compare.visitor.post(
      ofNewPackage({ organisationId: randomUUID() }),
      exampleBodies['createPackageDraft'] as object,
    );
    expectProblem(reply, 404, 'not-found');
  },
  succeeds: async () => {
    const draft = await newDraft();
    expect(draft.content).toMatchObject({ providers: ['compare'], status: 'proposal', priority: null });
    expect(draft).toMatchObject({ base: null, current: null, revision: 1, changedBy: 'Rut Råd' });
  },
});

describeEndpoint(contract.changePackage, {
  ...closedToOthers(async () => ({ method: 'POST', url: ofPackage(compare, shared) })),
  'hides what belongs to another firm': async () => {
    expectProblem(await fpx.visitor.post(ofPackage(compare, shared), undefined), 404, 'not-found');
    expectProblem(await compare.visitor.post(ofPackage(compare, foreign), undefined), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    expectProblem(await compare.visitor.post(ofPackage(compare, 'No Code'), undefined), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await compare.visitor.post(ofPackage(compare, 'no-such'), undefined), 404, 'not-found');
  },
  succeeds: async () => {
    const first = await beginChange(compare, shared);
    const colleague = await signedInAs(site, 'manager', { organisation: 'compare' });
    expect((await beginChange(colleague, shared)).packageDraftId).toBe(first.packageDraftId);
    expect((await beginChange(fpx, shared)).packageDraftId).not.toBe(first.packageDraftId);
    expect((await beginChange(editor, foreign)).current).toMatchObject({ code: foreign });
  },
});

describeEndpoint(contract.getPackageDraft, {
  ...closedToOthers(async () => ({ url: ofPackageDraft((await newDraft()).packageDraftId) })),
  'hides what belongs to another firm': async () => {
    const { packageDraftId } = await newDraft();
    expectProblem(await fpx.visitor.get(ofPackageDraft(packageDraftId)), 404, 'not-found');
    expectProblem(await editor.visitor.get(ofPackageDraft(packageDraftId)), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    expectProblem(await compare.visitor.get(ofPackageDraft('x')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await compare.visitor.get(ofPackageDraft(randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const draft = await beginChange(compare, shared);
    expect(draft.base).toEqual(draft.current);
  },
});

describeEndpoint(contract.savePackageDraft, {
  ...closedToOthers(async () => ({
    method: 'POST',
    url: ofPackageDraft((await newDraft()).packageDraftId, '/edits'),
    body: exampleBodies['savePackageDraft'],
  })),
  'hides what belongs to another firm': async () => {
    expectProblem(await sendSave(fpx, await newDraft(), {}), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    const draft = await newDraft();
    expectProblem(await sendSave(compare, draft, { criteria: { when: { any: [] } } as never }), 422, 'invalid-request');
    expectProblem(await sendSave(compare, draft, { secret: 'x' } as never), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const draft = { ...(await newDraft()), packageDraftId: randomUUID() as never };
    expectProblem(await sendSave(compare, draft, {}), 404, 'not-found');
  },
  succeeds: async () => {
    const draft = await newDraft();
    const stored = await saved(compare, draft, { summary: { sv: 'Kort', en: '' }, code: 'other', status: 'confirmed' });
    expect(stored.revision).toBe(2);
    expect(stored.content).toMatchObject({ summary: { sv: 'Kort' }, code: draft.packageCode, status: 'proposal' });
  },
});

describeEndpoint(contract.removePackageDraft, {
  ...closedToOthers(async () => ({
    method: 'POST',
    url: ofPackageDraft((await newDraft()).packageDraftId, '/removal'),
    body: { revision: 1 },
  })),
  'hides what belongs to another firm': async () => {
    const { packageDraftId } = await newDraft();
    expectProblem(
      await fpx.visitor.post(ofPackageDraft(packageDraftId, '/removal'), { revision: 1 }),
      404,
      'not-found',
    );
  },
  'refuses an invalid request': async () => {
    const { packageDraftId } = await newDraft();
    const reply = await compare.visitor.post(ofPackageDraft(packageDraftId, '/removal'), { revision: 0 });
    expectProblem(reply, 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const reply = await compare.visitor.post(ofPackageDraft(randomUUID(), '/removal'), { revision: 1 });
    expectProblem(reply, 404, 'not-found');
  },
  succeeds: async () => {
    const draft = await newDraft();
    await saved(compare, draft, {});
    const url = ofPackageDraft(draft.packageDraftId, '/removal');
    expectProblem(await compare.visitor.post(url, { revision: 1 }), 409, 'draft-outdated');
    expect((await compare.visitor.post(url, { revision: 2 })).json()).toEqual({ isRemoved: true });
    expectProblem(await compare.visitor.get(ofPackageDraft(draft.packageDraftId)), 404, 'not-found');
  },
});

describeEndpoint(contract.publishPackage, {
  ...closedToOthers(async () => ({
    method: 'POST',
    url: ofPackageDraft((await newDraft()).packageDraftId, '/publication'),
    body: { revision: 1 },
  })),
  'hides what belongs to another firm': async () => {
    expectProblem(await sendPackagePublication(fpx, await newDraft()), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    const draft = await newDraft();
    expectProblem(await sendPackagePublication(compare, { ...draft, revision: 0 }), 422, 'invalid-request');
    expectProblem(await sendPackagePublication(compare, { ...draft, revision: 7 }), 409, 'draft-outdated');
  },
  'does not find what is not there': async () => {
    const draft = { ...(await newDraft()), packageDraftId: randomUUID() as never };
    expectProblem(await sendPackagePublication(compare, draft), 404, 'not-found');
  },
  succeeds: async () => {
    const { versionNumber } = await catalogueOf(compare);
    const draft = await filled(compare);
    const reply = await sendPackagePublication(compare, draft);
    expect(reply.json()).toMatchObject({ versionNumber: versionNumber + 1, packageCode: draft.packageCode });
    const list = (await site.newVisitor().get('/api/packages')).json<{ packages: { code: string }[] }>();
    expect(list.packages.map(({ code }) => code)).toContain(draft.packageCode);
    const { catalogueVersionId } = reply.json<{ catalogueVersionId: string }>();
    expect(await eventsAbout(site, catalogueVersionId)).toMatchObject([
      { action: 'package-published', actorPersonId: compare.personId },
    ]);
    const { rows } = await site.admin.query(`select detail from audit_events where object_id = $1`, [
      catalogueVersionId,
    ]);
    expect(rows).toMatchObject([{ detail: { organisationId: compare.organisationId } }]);
  },
});

describeEndpoint(contract.getPackageHistory, {
  ...closedToOthers(async () => ({ url: `/api/catalogue/packages/${shared}/history` })),
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': async () => {
    expectProblem(await compare.visitor.get('/api/catalogue/packages/A%20B/history'), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await compare.visitor.get('/api/catalogue/packages/no-such/history'), 404, 'not-found');
  },
  succeeds: async () => {
    const [first] = (await historyOf(almi, foreign)).toReversed();
    expect(first).toMatchObject({ kind: 'added', organisation: null, person: null, before: null });
  },
});

describe('what is missing', () => {
  test('is said of each field, and nothing is published', async () => {
    const { versionNumber } = await catalogueOf(compare);
    const issues = await packageIssuesOf(compare, await newDraft());
    expect(issues).toEqual(
      expect.arrayContaining([
        'missing priority',
        'missing steps',
        'missing greenStatement.sv',
        'missing greenStatement.en',
        'missing summary.en',
        'missing dimensions',
        'missing durationWeeks',
      ]),
    );
    expect((await catalogueOf(compare)).versionNumber).toBe(versionNumber);
  });

  test('in one language keeps the whole from being published', async () => {
    const draft = await filled(compare, { greenStatement: { sv: 'Mindre spill.', en: '' } });
    expect(await packageIssuesOf(compare, draft)).toEqual(['missing greenStatement.en']);
  });

  test('a condition that no firm can meet is said at the condition', async () => {
    const when = { all: [{ sizeClass: ['1-4' as const] }, { sizeClass: ['250-plus' as const] }] };
    const draft = await filled(compare, { criteria: { when, why: { sv: 'Aldrig.', en: 'Never.' } } });
    expect(await packageIssuesOf(compare, draft)).toEqual(['never-holds criteria']);
  });
});

describe('the place of others', () => {
  const rearranged = async (providers: readonly string[]) => {
    const draft = await beginChange(compare, shared);
    const issues = await packageIssuesOf(compare, await saved(compare, draft, { providers: [...providers] }));
    await compare.visitor.post(ofPackageDraft(draft.packageDraftId, '/removal'), { revision: draft.revision + 1 });
    return issues;
  };

  test('is not for a provider to change', async () => {
    expect(await rearranged(['compare', 'paper-province', 'triple-steelix', 'fpx', 'iuc'])).toEqual([
      'others-place providers',
    ]);
    expect(await rearranged(['compare'])).toEqual(['others-place providers']);
  });

  test('nor may a provider end what others give; the coordination may', async () => {
    const draft = await saved(compare, await beginChange(compare, shared), { isOutOfUse: true });
    expect(await packageIssuesOf(compare, draft)).toContain('others-under-way isOutOfUse');
    await compare.visitor.post(ofPackageDraft(draft.packageDraftId, '/removal'), { revision: draft.revision });
  });

  test('is held by the database as well', async () => {
    const draft = await saved(compare, await beginChange(compare, shared), { providers: ['compare'] });
    const { rows } = await site.admin.query<{ may: boolean }>(
      `select mattstock.may_change_package('compare', mattstock.package_in(v.catalogue, d.package_code), d.content) as may
       from mattstock.package_drafts d, mattstock.catalogue_versions v
       where d.package_draft_id = $1 order by v.version_number desc limit 1`,
      [draft.packageDraftId],
    );
    expect(rows).toEqual([{ may: false }]);
    await compare.visitor.post(ofPackageDraft(draft.packageDraftId, '/removal'), { revision: draft.revision });
  });
});

describe('publishing', () => {
  test('what others give too is refused until it is said that they have been asked', async () => {
    const draft = await beginChange(compare, 'one-page-digital-plan');
    const written = await saved(compare, draft, { durationWeeks: 17 });
    const url = ofPackageDraft(written.packageDraftId, '/publication');
    const before = await catalogueOf(compare);

    for (const said of [{}, { othersAsked: false }]) {
      expectProblem(await compare.visitor.post(url, { revision: written.revision, ...said }), 409, 'others-not-asked');
    }
    expect((await catalogueOf(compare)).versionNumber).toBe(before.versionNumber);
    await publishedPackage(compare, written);
    expect((await historyOf(fpx, 'one-page-digital-plan'))[0]).toMatchObject({ othersAsked: true });
  });

  test('what nobody else gives takes no such word, and none is written down', async () => {
    const draft = await filled(compare);
    const url = ofPackageDraft(draft.packageDraftId, '/publication');
    const reply = await compare.visitor.post(url, { revision: draft.revision });

    expect(reply.statusCode, reply.body).toBe(201);
    const { packageCode } = reply.json<{ packageCode: string }>();
    expect((await historyOf(compare, packageCode))[0]).toMatchObject({ kind: 'added', othersAsked: false });
  });

  test('tells the other providers by mail, and keeps what was changed, by whom', async () => {
    const before = await inUse('one-page-digital-plan');
    const draft = await beginChange(compare, 'one-page-digital-plan');
    const name = { sv: 'Digital plan på en sida, omarbetad', en: 'A digital plan on one page, reworked' };
    await publishedPackage(compare, await saved(compare, draft, { name }));
    const { rows } = await site.admin.query<{ recipient: string; facts: object }>(
      `select recipient, facts from outbox_mails where kind = 'package-changed' and facts ->> 'packageSv' = $1`,
      [name.sv],
    );
    const [change] = await historyOf(fpx, 'one-page-digital-plan');

    expect(rows.map(({ recipient }) => recipient)).toContain(fpx.email);
    expect(rows.map(({ recipient }) => recipient)).not.toContain(compare.email);
    expect(rows[0]?.facts).toMatchObject({
      packageEn: name.en,
      providerSv: 'Compare',
      changedSv: 'Namn',
      changedEn: 'Name',
      packageCode: 'one-page-digital-plan',
    });
    expect(change).toMatchObject({
      kind: 'changed',
      othersAsked: true,
      person: 'Rut Råd',
      organisation: { sv: 'Compare' },
      before: { name: before.name },
      after: { name },
    });

    // Who has no name is not told by a part of the address.
    const nameless = await beginChange(compare, 'one-page-digital-plan');
    const rename = (to: string | null) =>
      site.admin.query('update people set name = $2 where person_id = $1', [compare.personId, to]);
    await rename(null);
    const reply = await compare.visitor.get(ofPackageDraft(nameless.packageDraftId));
    const [unnamed] = await historyOf(fpx, 'one-page-digital-plan');
    await rename('Rut Råd');
    expect(reply.body).not.toContain(compare.email.split('@')[0]);
    expect(unnamed?.person).toBeNull();
    const removal = ofPackageDraft(nameless.packageDraftId, '/removal');
    await compare.visitor.post(removal, { revision: nameless.revision });
  });

  test('carries a draft onto what others have published of other packages meanwhile', async () => {
    const mine = await saved(compare, await beginChange(compare, 'mentor-for-owners'), { durationWeeks: 33 });
    const theirs = await saved(fpx, await beginChange(fpx, 'digital-instructions'), { durationWeeks: 44 });
    await publishedPackage(fpx, theirs);
    await publishedPackage(compare, mine);
    expect(await inUse('digital-instructions')).toMatchObject({ durationWeeks: 44 });
    expect(await inUse('mentor-for-owners')).toMatchObject({ durationWeeks: 33 });
  });

  test('of two at once lets both come, one after the other', async () => {
    const { versionNumber } = await catalogueOf(compare);
    const mine = await saved(compare, await beginChange(compare, 'digital-lead-coaching'), { durationWeeks: 21 });
    const theirs = await saved(fpx, await beginChange(fpx, 'first-digital-flow'), { durationWeeks: 22 });
    const numbers = await Promise.all([publishedPackage(compare, mine), publishedPackage(fpx, theirs)]);
    expect(numbers.toSorted((a, b) => a - b)).toEqual([versionNumber + 1, versionNumber + 2]);
    expect(await inUse('digital-lead-coaching')).toMatchObject({ durationWeeks: 21 });
    expect(await inUse('first-digital-flow')).toMatchObject({ durationWeeks: 22 });
  });

  test('shows both texts where the same package was published meanwhile, and overwrites nothing unseen', async () => {
    const code = 'paperless-flow';
    const mine = await saved(compare, await beginChange(compare, code), { effort: { sv: 'Vår', en: 'Ours' } });
    const theirs = await saved(fpx, await beginChange(fpx, code), { effort: { sv: 'Deras', en: 'Theirs' } });
    await publishedPackage(fpx, theirs);
    const reply = await sendPackagePublication(compare, mine);
    expectProblem(reply, 409, 'draft-conflict');
    const conflict = reply.json<{ draft: typeof mine }>().draft;
    expect(conflict).toMatchObject({
      content: { effort: { sv: 'Vår' } },
      current: { effort: { sv: 'Deras' } },
      currentBy: { sv: 'FPX' },
    });
    expect(await inUse(code)).toMatchObject({ effort: { sv: 'Deras' } });

    const settled = await saved(compare, conflict, {}, true);
    await publishedPackage(compare, settled);
    expect(await inUse(code)).toMatchObject({ effort: { sv: 'Vår' } });
  });

  test('of the same package at once lets one come and tells the other', async () => {
    const code = 'mentor-for-owners';
    const mine = await saved(compare, await beginChange(compare, code), { durationWeeks: 12 });
    const theirs = await saved(fpx, await beginChange(fpx, code), { durationWeeks: 13 });
    const replies = await Promise.all([sendPackagePublication(compare, mine), sendPackagePublication(fpx, theirs)]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    const [lost] = replies.filter(({ statusCode }) => statusCode === 409);
    expect(lost?.json()).toMatchObject({ code: 'draft-conflict', draft: { packageCode: code } });
  });

  test('gives a new package another code when its own was taken meanwhile', async () => {
    const name = { sv: 'Samma namn', en: 'Same name' };
    const draftFor = async (staff: Staff) => {
      const reply = await staff.visitor.post(ofNewPackage(staff), { name });
      const draft = await readPackageDraft(staff, reply.json<{ packageDraftId: string }>().packageDraftId);
      const { code: _, name: __, providers: ___, ...rest } = (await filled(staff)).content;
      return saved(staff, draft, rest);
    };
    const [mine, theirs] = [await draftFor(compare), await draftFor(fpx)];
    expect(mine.packageCode).toBe(theirs.packageCode);
    await publishedPackage(compare, mine);
    const reply = await sendPackagePublication(fpx, theirs);
    expect(reply.json()).toMatchObject({ packageCode: 'same-name-2' });
  });

  test('takes a package out of use without taking it from the catalogue, and brings it back', async () => {
    const draft = await filled(compare);
    await publishedPackage(compare, draft);
    const code = draft.packageCode;
    await publishedPackage(compare, await saved(compare, await beginChange(compare, code), { isOutOfUse: true }));
    const list = (await site.newVisitor().get('/api/packages')).json<{ packages: { code: string }[] }>();
    expect(list.packages.map((each) => each.code)).not.toContain(code);
    expect(await inUse(code)).toMatchObject({ isOutOfUse: true });
    const newGroup = { packageCode: code, plan: planOf(site), isOpen: true, revision: 0 };
    const refusal = await compare.visitor.put(editionAt(compare, randomUUID()), newGroup);
    expect(refusal.json()).toMatchObject({ errors: [{ path: 'body/packageCode', code: 'out-of-use' }] });

    const again = await beginChange(compare, code);
    const { isOutOfUse: _, ...content } = again.content;
    const reply = await compare.visitor.post(ofPackageDraft(again.packageDraftId, '/edits'), {
      revision: again.revision,
      content,
      followsNewest: false,
      versionNumber: again.versionNumber,
    });
    await publishedPackage(compare, reply.json());
    expect((await historyOf(compare, code)).map(({ kind }) => kind)).toEqual(['brought-back', 'taken-out', 'added']);
  });

  test('says where else the catalogue would lack something', async () => {
    const { packages } = site.content.catalogue;
    const alone = packages.find(({ code }) => code === 'user-insight');
    expect(alone?.dimensions).toEqual([{ code: 'D4', bands: ['low'] }]);
    const draft = await saved(editor, await beginChange(editor, 'user-insight'), { isOutOfUse: true });
    expect(await packageIssuesOf(editor, draft)).toEqual(['need-without-package catalogue']);
  });
});

describe('a draft', () => {
  test('of two colleagues is never overwritten unseen', async () => {
    const colleague = await signedInAs(site, 'manager', { organisation: 'compare', name: 'Bo Boss' });
    const draft = await newDraft();
    await saved(colleague, draft, { durationWeeks: 5 });
    const reply = await sendSave(compare, draft, { durationWeeks: 6 });
    expectProblem(reply, 409, 'draft-conflict');
    expect(reply.json()).toMatchObject({ draft: { revision: 2, changedBy: 'Bo Boss', content: { durationWeeks: 5 } } });
  });

  test('is gone for whoever no longer works at the provider', async () => {
    const leaver = await signedInAs(site, 'advisor', { organisation: 'compare' });
    const { packageDraftId } = await newDraft(leaver);
    await site.admin.query('update memberships set ended_at = now() where membership_id = $1', [leaver.membershipId]);
    expectProblem(await leaver.visitor.get(ofPackageDraft(packageDraftId)), 404, 'not-found');
    expect((await readPackageDraft(compare, packageDraftId)).packageDraftId).toBe(packageDraftId);
  });
});

describe('how much an organisation may do', () => {
  let staff: Staff;
  beforeAll(async () => {
    staff = await signedInAs(site, 'advisor', { organisation: 'paper-province' });
  });

  test('a draft that changes nothing is not published', async () => {
    const draft = await beginChange(staff, shared);

    expectProblem(await sendPackagePublication(staff, draft), 409, 'nothing-changed');

    const client = await site.admin.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('mattstock.session_key', $1, true)`, [sha256Hex(staff.sessionSecret)]);
      const { rows } = await client.query(
        `select mattstock.publish_package($1, $2, v.catalogue_version_id, gen_random_uuid(), v.catalogue,
           v.catalogue_sha256, now(), '{}', true) as number
         from mattstock.catalogue_versions v order by v.version_number desc limit 1`,
        [draft.packageDraftId, draft.revision],
      );
      expect(rows).toEqual([{ number: null }]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('a hundred drafts are open at once, and one that is there is still opened', async () => {
    const draft = await beginChange(staff, shared);
    await site.admin.query(
      `insert into package_drafts (package_draft_id, organisation_id, package_code, based_on_version_id, content,
         created_at, changed_at)
       select gen_random_uuid(), $1, 'made-up-' || n, d.based_on_version_id,
         jsonb_build_object('code', 'made-up-' || n), now(), now()
       from generate_series(1, 99) n, package_drafts d where d.package_draft_id = $2`,
      [staff.organisationId, draft.packageDraftId],
    );
    const one = { name: { sv: 'Ett till', en: 'One more' } };
    expectProblem(await staff.visitor.post(ofNewPackage(staff), one), 409, 'too-many-drafts');
    expect((await beginChange(staff, shared)).packageDraftId).toBe(draft.packageDraftId);

    await site.admin.query(`delete from package_drafts where package_code like 'made-up-%'`);
    expect((await staff.visitor.post(ofNewPackage(staff), one)).statusCode).toBe(201);
  });

  test('fifty versions are published in a day, and the draft is kept', async () => {
    const { name } = await inUse(shared);
    const change = async (turnOf: number) =>
      saved(staff, await beginChange(staff, shared), { name: { ...name, sv: `5S ${turnOf}` } });
    await publishedPackage(staff, await change(1));
    await site.admin.query(
      `insert into package_changes (catalogue_version_id, package_code, kind, organisation_id)
       select (select catalogue_version_id from catalogue_versions order by version_number desc limit 1),
         'made-up-' || n, 'changed', $1 from generate_series(1, 49) n`,
      [staff.organisationId],
    );
    const draft = await change(2);

    expectProblem(await sendPackagePublication(staff, draft), 409, 'too-many-publications');
    expect((await readPackageDraft(staff, draft.packageDraftId)).content.name.sv).toBe('5S 2');
  });

  test('a long history is read twenty changes at a time', async () => {
    await site.admin.query(
      `with made as (
         insert into catalogue_versions (catalogue_version_id, version_number, catalogue, catalogue_sha256, published_at)
         select gen_random_uuid(), version_number + n, catalogue, catalogue_sha256, now()
         from (select * from catalogue_versions order by version_number desc limit 1) v, generate_series(1, 25) n
         returning catalogue_version_id
       )
       insert into package_changes (catalogue_version_id, package_code, kind) select catalogue_version_id, $1, 'changed' from made`,
      [foreign],
    );
    const read = async (query = '') =>
      (await almi.visitor.get(`/api/catalogue/packages/${foreign}/history${query}`)).json<contract.PackageHistory>();

    const first = await read();
    expect([first.changes.length, first.hasMore]).toEqual([20, true]);
    const rest = await read(`?before=${first.changes.at(-1)?.versionNumber}`);
    expect(rest.hasMore).toBe(false);
    expect(rest.changes.at(-1)).toMatchObject({ kind: 'added' });
    expect(rest.changes.length).toBeGreaterThan(5);
  });
});
