import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createPlanner } from '#server/features/planning/planner.ts';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import type { PlanDocument } from '#shared/contracts/plans.ts';
import type { Assignment } from '#shared/domain/cohort/problem.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startFirmsApp } from '../support/firms.ts';
import { meanwhile } from '../support/meanwhile.ts';
import { type Staff, sessionCookieName, signedInAs } from '../support/people.ts';
import { insertEdition, insertPlacement } from '../support/placements.ts';
import { planningBy, planOf, planSettings, wantedPackages } from '../support/plans.ts';
import { populate, worldAt } from '../support/population.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

const provider = 'triple-steelix';

let site: TestApp;
let advisor: Staff;
let packageCode: string;
const { url, read, invite, preview, solved } = planningBy(() => advisor);

beforeAll(async () => {
  site = await startFirmsApp();
  await populate(site, worldAt(site, new Date()), 220);
  advisor = await signedInAs(site, 'advisor', { organisation: provider });
  [packageCode = ''] = await wantedPackages(site, provider);
});
afterAll(() => site.close());

let year = 2028;

/** A plan of one group of four, in a year of its own, with those who have a place by it. */
async function planned(): Promise<{ document: PlanDocument; editionId: string; places: Assignment[] }> {
  year += 1;
  const days = { applyBy: `${year}-01-15`, startsOn: `${year}-02-01`, endsOn: `${year}-03-01` };
  const editionId = await insertEdition(site, { provider, places: 4, minimumGroup: 1, packageCode, ...days });
  const document = await solved({ editionIds: [editionId] });
  const places = planOf(document).assignments;
  expect(places.length).toBeGreaterThanOrEqual(2);
  return { document, editionId, places };
}

async function firstOf({ places }: { places: Assignment[] }): Promise<Assignment> {
  const [first] = places;
  if (first === undefined) throw new Error('nobody has a place');
  return first;
}

describe('a plan', () => {
  test('shows who has been invited from it, also to whoever opens it later', async () => {
    const made = await planned();
    expect(made.document.placesNow).toEqual([]);

    await invite(made.document.planId, made.places.slice(0, 1));

    const { placesNow } = await read(made.document.planId);
    expect(placesNow).toEqual([
      { ...(await firstOf(made)), status: 'invited', isElsewhere: false, isSincePlan: expect.any(Boolean) },
    ]);
  });

  test('asks nobody again who has said no since it was made, and tells what was said', async () => {
    const made = await planned();
    const first = await firstOf(made);
    await insertPlacement(site, { ...first, status: 'declined' });
    await site.admin.query('update placements set status_since = $2 where firm_id = $1 and edition_id = $3', [
      first.firmId,
      new Date(site.clock.now().getTime() + 1000),
      first.editionId,
    ]);

    const now = { status: 'declined', isElsewhere: false };
    expect((await read(made.document.planId)).placesNow).toEqual([{ ...first, ...now, isSincePlan: true }]);
    expect(await invite(made.document.planId, [first])).toEqual([
      { outcome: 'refused', ...first, code: 'changed-meanwhile', now },
    ]);
    const { rows } = await site.admin.query('select status from placements where edition_id = $1 and firm_id = $2', [
      first.editionId,
      first.firmId,
    ]);
    expect(rows).toEqual([{ status: 'declined' }]);
  });

  test('asks again who had said no before it was made', async () => {
    const made = await planned();
    const first = await firstOf(made);
    await insertPlacement(site, { ...first, status: 'expired' });
    await site.admin.query(
      `update placements set status_since = now() - interval '2 years' where firm_id = $1 and edition_id = $2`,
      [first.firmId, first.editionId],
    );

    expect(await invite(made.document.planId, [first])).toEqual([{ outcome: 'invited', ...first, hasTakenUp: false }]);
  });
});

describe('inviting many', () => {
  test('takes up what the firm has asked for, which the plan says before', async () => {
    const made = await planned();
    const first = await firstOf(made);
    await site.admin.query(
      `update referrals set status = 'withdrawn' where firm_id = $1 and package_code = $2
         and status in ('chosen', 'accepted', 'started')`,
      [first.firmId, packageCode],
    );
    expect((await read(made.document.planId)).requestsNow.filter(({ firmId }) => firmId === first.firmId)).toEqual([]);
    const referralId = randomUUID();
    await site.admin.query(
      `with given as (
         insert into consents (consent_id, firm_id, purpose, provider_code, wording_version, language, given_at)
         select $2, s.firm_id, 'contact', $4, 'contact-1', 'sv', now() from submissions s where s.firm_id = $3
         order by s.submitted_at desc limit 1 returning consent_id
       )
       insert into referrals (referral_id, firm_id, submission_id, consent_id, catalogue_version_id, package_code,
         provider_code, is_suggested, firm_name, contact_name, email, status, created_at, answer_due_at, status_since)
       select $1, s.firm_id, s.submission_id, $2, e.catalogue_version_id, $5, $4, false, 'Smeden AB', '', '', 'chosen', now(), now(), now()
       from submissions s, editions e where s.firm_id = $3 and e.edition_id = $6
       order by s.submitted_at desc limit 1`,
      [referralId, randomUUID(), first.firmId, provider, packageCode, first.editionId],
    );
    expect((await read(made.document.planId)).requestsNow).toContainEqual({
      firmId: first.firmId,
      packageCode,
      isUnanswered: true,
      wishedEditionIds: [],
    });

    expect(await invite(made.document.planId, [first])).toEqual([{ outcome: 'invited', ...first, hasTakenUp: true }]);
    const { rows } = await site.admin.query('select status from referrals where referral_id = $1', [referralId]);
    expect(rows).toEqual([{ status: 'accepted' }]);
  });

  test('tells of a firm that somebody else invites at the same moment that it is there', async () => {
    const made = await planned();
    const first = await firstOf(made);
    const results = await meanwhile(
      site,
      (holder) => holder.query('select 1 from editions where edition_id = $1 for update', [first.editionId]),
      () => invite(made.document.planId, [first]),
      (holder) =>
        holder.query(
          `insert into placements (placement_id, edition_id, organisation_id, firm_id, package_code, status, answer_by)
           select $1, edition_id, organisation_id, $2, package_code, 'invited', apply_by from editions where edition_id = $3`,
          [randomUUID(), first.firmId, first.editionId],
        ),
    );

    expect(results).toEqual([{ outcome: 'there', ...first, status: 'invited' }]);
  });

  test('invites the others when one fails, and says which one did', async () => {
    const made = await planned();
    const first = await firstOf(made);
    await site.admin.query(
      `create function fail_for_one() returns trigger language plpgsql as $$
       begin raise exception 'broken'; end $$`,
    );
    await site.admin.query(
      `create trigger fail_for_one before insert on placements for each row
       when (new.firm_id = '${first.firmId}') execute function fail_for_one()`,
    );

    const results = await invite(made.document.planId, made.places);
    await site.admin.query('drop function fail_for_one cascade');

    expect(results[0]).toEqual({ outcome: 'refused', ...first, code: 'internal-error' });
    for (const result of results.slice(1)) expect(result.outcome).toBe('invited');
    expect(await invite(made.document.planId, [first])).toEqual([{ outcome: 'invited', ...first, hasTakenUp: false }]);
  });

  test('does not find a firm whose consent is gone, and asks each once', async () => {
    const made = await planned();
    const [gone, ...rest] = made.places;
    await site.admin.query(
      `update consents set withdrawn_at = now() where firm_id = $1 and provider_code = $2 and withdrawn_at is null`,
      [gone?.firmId, provider],
    );

    const results = await invite(made.document.planId, [...made.places, ...rest]);

    expect(results).toEqual([
      { outcome: 'refused', ...gone, code: 'not-found' },
      ...rest.map((place) => ({ outcome: 'invited', ...place, hasTakenUp: expect.any(Boolean) })),
    ]);
  });
});

describe('a package out of use', () => {
  const publish = (number: number, catalogue: object) =>
    site.admin.query(
      `insert into catalogue_versions (catalogue_version_id, version_number, catalogue, catalogue_sha256)
       values ($1, $2, $3::text::jsonb, sha256(convert_to($3::text, 'utf8')))`,
      [randomUUID(), number, JSON.stringify(catalogue)],
    );

  async function refusesToPlan(code: string): Promise<void> {
    const editionIds = [
      await insertEdition(site, { provider, packageCode }),
      await insertEdition(site, { provider, packageCode: code }),
    ];
    for (const [rest, body] of [
      ['plan-candidates', { editionIds }],
      ['plans', { editionIds, ...planSettings }],
    ] as const) {
      const reply = await advisor.visitor.post(url(rest), body);
      expectProblem(reply, 409, 'package-out-of-use');
      expect(reply.json()).toMatchObject({ errors: [{ path: 'body/editionIds/1', code: 'out-of-use' }] });
    }
    const { editions } = (await advisor.visitor.get('/api/advisor/editions')).json<{ editions: EditionDocument[] }>();
    const isOfferedIn = (editionId: string | undefined) =>
      editions.find((each) => each.editionId === editionId)?.isPackageOffered;
    expect(editionIds.map(isOfferedIn)).toEqual([true, false]);
  }

  test('that the catalogue has no more is not planned for', async () => {
    await refusesToPlan('gone-long-since');
  });

  test('by the catalogue in use is not planned for, and is when it comes back', async () => {
    const code = (await wantedPackages(site, provider)).find((each) => each !== packageCode) ?? '';
    const { packages, ...rest } = site.content.catalogue;
    await publish(1001, {
      ...rest,
      packages: packages.map((each) => (each.code === code ? { ...each, isOutOfUse: true } : each)),
    });
    await refusesToPlan(code);

    await publish(1002, { ...rest, packages });
    expect((await preview([await insertEdition(site, { provider, packageCode: code })])).editions).toHaveLength(1);
  });

  test('since a plan was made invites nobody more from it, and leaves those who were', async () => {
    const made = await planned();
    const [first, second] = made.places;
    if (first === undefined || second === undefined) throw new Error('two have a place');
    await invite(made.document.planId, [first]);
    const { packages, ...rest } = site.content.catalogue;
    await publish(1003, {
      ...rest,
      packages: packages.map((each) => (each.code === packageCode ? { ...each, isOutOfUse: true } : each)),
    });

    expect(await invite(made.document.planId, [first, second])).toEqual([
      { outcome: 'there', ...first, status: 'invited' },
      { outcome: 'refused', ...second, code: 'package-out-of-use' },
    ]);

    await publish(1004, { ...rest, packages });
    expect(await invite(made.document.planId, [second])).toMatchObject([{ outcome: 'invited', ...second }]);
  });
});

describe('whoever asks what a move costs', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'planner-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('and goes before the answer leaves the planner to others', async () => {
    const { document, places } = await planned();
    const worker = path.join(folder, 'endless.mjs');
    writeFileSync(worker, 'setInterval(() => {}, 1000); for (;;) {}');
    const planner = createPlanner({ workerUrl: pathToFileURL(worker) });
    const { app } = await startTestApp({}, { database: site.database, clock: site.clock, planner });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const leaving = new AbortController();
    const address = `http://127.0.0.1:${port}${url(`plans/${document.planId}/firms/${places[0]?.firmId}/costs`)}`;
    const asked = fetch(address, {
      method: 'POST',
      headers: { cookie: `${sessionCookieName}=${advisor.sessionSecret}`, origin: `http://127.0.0.1:${port}` },
      signal: leaving.signal,
    });
    const failed = expect(asked).rejects.toThrow();
    await vi.waitFor(() => expect(planner.isBusy()).toBe(true), { timeout: 5000 });

    leaving.abort();

    await failed;
    await vi.waitFor(() => expect(planner.isBusy()).toBe(false), { timeout: 5000 });
    await app.close();
  });
});
