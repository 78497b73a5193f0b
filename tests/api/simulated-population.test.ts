import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#server/config.ts';
import { simulateFirm } from '#server/features/simulation/simulate-firm.ts';
import type { SimulatedFirm, World } from '#server/features/simulation/simulated-firm.ts';
import { importDemoPeople } from '#server/platform/content/demo-people.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import type { Answers } from '#shared/domain/answers/answer.ts';
import { checkEditionPlan, type EditionPlan } from '#shared/domain/edition/edition-plan.ts';
import {
  movePlacement,
  type PlacementMove,
  type PlacementStart,
  type PlacementStatus,
  placementParties,
} from '#shared/domain/edition/placement-states.ts';
import { checkFirmProfile } from '#shared/domain/firm/check-firm-profile.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { answersOnPath } from '#shared/domain/instrument/path.ts';
import { moveReferral, referralParties } from '#shared/domain/referral/referral-states.ts';
import { checkReview } from '#shared/domain/review/check-review.ts';
import { codesToReplyTo, compareReview, countComparisons } from '#shared/domain/review/compare-review.ts';
import { freezeReview } from '#shared/domain/review/freeze-review.ts';
import type { ReviewEntry } from '#shared/domain/review/review.ts';
import { listReviewable } from '#shared/domain/review/review-basis.ts';
import type { ScoreProfile } from '#shared/domain/scoring/score.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import { applied, itemOf, newDraft, published, readDraft, signIn, startEditingApp } from '../support/editing.ts';
import { populate, worldAt } from '../support/population.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;
let world: World;
let firms: readonly SimulatedFirm[];

const many = 1500;

beforeAll(async () => {
  site = await startTestApp();
  world = worldAt(site, new Date('2026-11-26T08:00:00Z'));
  firms = Array.from({ length: many }, (_, index) => simulateFirm(world, index));
});
afterAll(() => site.close());

const profileOf = (firm: SimulatedFirm) => {
  const [first] = firm.responses;
  if (first === undefined) throw new Error('a firm without a response');
  return first.profile;
};

const shareOf = (holds: (firm: SimulatedFirm) => boolean): number => firms.filter(holds).length / firms.length;

const partLevel = (firm: SimulatedFirm, part: string): number => {
  const owners = firm.responses.find(({ person, round }) => person === 0 && round === 0);
  return owners?.scoreProfile.parts.find((each) => each.part === part)?.level ?? Number.NaN;
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const correlation = (pairs: readonly (readonly [number, number])[]): number => {
  const [x, y] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
  const together = pairs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  const spread = (at: 0 | 1, middle: number) =>
    Math.sqrt(pairs.reduce((sum, pair) => sum + (pair[at] - middle) ** 2, 0));
  return together / (spread(0, x) * spread(1, y));
};

describe('a simulated firm', () => {
  it('comes out the same from the same seed, however many are made', () => {
    expect(simulateFirm(world, 41)).toEqual(firms[41]);
    expect(simulateFirm({ ...world, seed: 8 }, 41)).not.toEqual(firms[41]);
  });

  it('keeps an order only where it has moved a suggestion, and nothing in it that it declines', () => {
    const said = firms.flatMap(({ choices, responses }) =>
      choices.map(({ chosen, response }) => ({ ...chosen, routing: responses[response]?.routing })),
    );
    expect(said.some(({ order }) => order.length > 0)).toBe(true);
    expect(said.some(({ order, declined }) => order.length === 0 && declined.length > 0)).toBe(true);
    for (const { order, declined, asks, routing } of said) {
      const declinedCodes = declined.map(({ packageCode }) => packageCode);
      const left = routing?.suggestions.flatMap(({ packageCode }) =>
        declinedCodes.includes(packageCode) ? [] : packageCode,
      );
      if (order.length > 0) {
        expect(order).not.toEqual(left);
        expect(order.toSorted()).toEqual(left?.toSorted());
      }
      expect(order.length + declined.length + asks.length).toBeGreaterThan(0);
    }
  });

  it('has a name and an address that say what it is', () => {
    for (const { name, index } of firms) expect(name).toMatch(new RegExp(`\\(sim ${index + 1}\\)$`));
  });

  it('has a profile that the firm itself could have given', () => {
    for (const firm of firms) expect(checkFirmProfile(profileOf(firm))).toEqual([]);
  });

  it('has the scores that its answers give', () => {
    for (const { profile, formCode, answers, scoreProfile } of firms.slice(0, 50).flatMap((firm) => firm.responses)) {
      expect(answersOnPath(world.structure, profile, answers)).toEqual(answers);
      expect(scoreResponse(world.structure, formCode, profile, answers)).toEqual(scoreProfile);
    }
  });

  it('has done nothing that is still to come, and nothing that its referrals cannot do', () => {
    for (const { events } of firms.flatMap((firm) => firm.referrals)) {
      for (const [place, { move, status, at }] of events.entries()) {
        const before = events[place - 1];
        expect(at.getTime()).toBeLessThanOrEqual(world.now.getTime());
        if (before === undefined || move === 'choose') continue;
        expect(at.getTime()).toBeGreaterThanOrEqual(before.at.getTime());
        expect(referralParties.map((party) => moveReferral(before.status, move, party))).toContain(status);
      }
    }
  });
});

/* The tolerance is four standard errors of a share among 1 500: at most 4 * sqrt(0.25 / 1500) = 0.052. */
describe('the simulated population', () => {
  const tolerance = 0.052;

  it('has the shares of branches, sizes and counties that its figures state', () => {
    for (const { code, share } of world.figures.branches) {
      expect(Math.abs(shareOf((firm) => profileOf(firm).branch === code) - share)).toBeLessThan(tolerance);
    }
    for (const { code, share } of world.figures.sizes) {
      expect(Math.abs(shareOf((firm) => profileOf(firm).sizeClass === code) - share)).toBeLessThan(tolerance);
    }
    for (const { code, share } of world.figures.counties) {
      expect(Math.abs(shareOf((firm) => profileOf(firm).municipality.startsWith(code)) - share)).toBeLessThan(
        tolerance,
      );
    }
  });

  it('follows the strategy: about 85 % under 50 employees, over 95 % at most 250, services more digital', () => {
    const below = (limit: number) => shareOf((firm) => (profileOf(firm).employees ?? 0) < limit);
    expect(below(50)).toBeGreaterThan(0.8);
    expect(below(50)).toBeLessThan(0.9);
    expect(below(251)).toBeGreaterThan(0.95);
    const digitalIn = (isService: boolean) =>
      mean(
        firms
          .filter((firm) => (profileOf(firm).branch === 'digital-and-industrial-services') === isService)
          .map((firm) => partLevel(firm, 'digital')),
      );
    expect(digitalIn(true)).toBeGreaterThan(digitalIn(false) + 0.3);
  });

  it('has digital and process maturity that go together, but are not one', () => {
    const together = correlation(firms.map((firm) => [partLevel(firm, 'digital'), partLevel(firm, 'process')]));
    expect(together).toBeGreaterThan(0.4);
    expect(together).toBeLessThan(0.9);
  });

  it('gains most, from round to round, where a package was completed between', () => {
    const gains = firms.flatMap((firm) => {
      const [before, after] = firm.responses.filter(({ person }) => person === 0);
      if (before === undefined || after === undefined) return [];
      const completed = firm.referrals.filter(({ events }) =>
        events.some(({ status, at }) => status === 'completed' && at <= after.submittedAt),
      );
      const supported = new Set(
        completed
          .flatMap(({ packageCode }) =>
            world.catalogue.packages.filter(({ code }) => code === packageCode).flatMap(({ dimensions }) => dimensions),
          )
          .map(({ code }) => code as string),
      );
      return before.scoreProfile.dimensions.flatMap(({ dimension, level }) => {
        const later = after.scoreProfile.dimensions.find((each) => each.dimension === dimension)?.level;
        return level === null || later === null || later === undefined
          ? []
          : [{ gain: later - level, isSupported: supported.has(dimension) }];
      });
    });
    const gainOf = (isSupported: boolean) =>
      mean(gains.filter((each) => each.isSupported === isSupported).map(({ gain }) => gain));
    expect(gainOf(true)).toBeGreaterThan(gainOf(false) + 0.2);
  });
});

describe('loading the population', () => {
  it('stores firms that are marked as simulated, once', async () => {
    expect(await populate(site, world, 30)).toBe(true);
    expect(await populate(site, world, 30)).toBe(false);
    const { rows } = await site.admin.query<{ firms: number; marked: number; open: number; owners: number }>(
      `select count(*)::integer as firms, count(*) filter (where is_simulated)::integer as marked,
        (select count(*)::integer from responses where status = 'open') as open,
        (select count(*)::integer from memberships where role = 'owner') as owners
       from firms`,
    );
    expect(rows).toEqual([{ firms: 30, marked: 30, open: 0, owners: 30 }]);
  });

  it('stores submissions whose scores can be computed again to the same numbers', async () => {
    const { rows } = await site.admin.query(
      `select s.answers, s.profile, s.score_profile as "scoreProfile", a.form_code as "formCode"
       from submissions s join responses r using (firm_id, response_id)
       join assessments a on a.firm_id = r.firm_id and a.assessment_id = r.assessment_id`,
    );
    expect(rows.length).toBeGreaterThan(30);
    for (const { answers, profile, scoreProfile, formCode } of rows) {
      expect(scoreResponse(world.structure, formCode, profile, answers)).toEqual(scoreProfile);
    }
  });

  it('does not begin again when one of its firms has been erased', async () => {
    await site.admin.query(`update firms set name = null where name like '%(sim 1)'`);

    expect(await populate(site, world, 30)).toBe(false);
  });

  it('answers the version in use, which need not be the one that ships', async () => {
    const edited = await startEditingApp();
    try {
      const editor = await signIn(edited);
      const draftId = await newDraft(editor);
      const { content } = await readDraft(editor, draftId);
      await applied(editor, draftId, { kind: 'remove-item', section: 'D2', code: 'D2.1' }, itemOf(content, 'D2.1'));
      const { instrumentVersionId } = await published(editor, draftId);
      await populate(edited, worldAt(edited, world.now), 5);

      const { rows } = await edited.admin.query<{ version: string; asksRemoved: boolean }>(
        `select instrument_version_id as version, answers ? 'D2.1' as "asksRemoved" from submissions`,
      );
      expect(rows.length).toBeGreaterThanOrEqual(5);
      expect(new Set(rows.map(({ version }) => version))).toEqual(new Set([instrumentVersionId]));
      expect(rows.some(({ asksRemoved }) => asksRemoved)).toBe(false);
    } finally {
      await edited.close();
    }
  });

  it('happens on the embedded database of a demo only', () => {
    expect(readConfig({}).demoFirms).toBe(400);
    expect(readConfig({ DEMO_FIRMS: '12' }).demoFirms).toBe(12);
    expect(readConfig({ DEMO: 'false', DEMO_FIRMS: '12' }).demoFirms).toBe(0);
    expect(readConfig({ DATABASE_URL: 'postgres://a@b/c', DEMO: 'true', DEMO_FIRMS: '12' }).demoFirms).toBe(0);
  });
});

describe('the simulated editions', () => {
  const now = new Date('2026-11-26T08:00:00Z');
  const today = '2026-11-26';
  let demo: TestApp;

  beforeAll(async () => {
    demo = await startTestApp();
    await populate(demo, worldAt(demo, now, 1), 400);
  });
  afterAll(() => demo.close());

  const rowsOf = async <Row extends object>(sql: string): Promise<Row[]> => (await demo.admin.query<Row>(sql)).rows;

  it('are held, under way, open and planned, all of them marked as simulated', async () => {
    const rows = await rowsOf<{ status: string; count: number; marked: boolean }>(
      `select status, count(*)::integer as count, bool_and(is_simulated) as marked from editions group by status`,
    );
    const countOf = (status: string) => rows.find((row) => row.status === status)?.count ?? 0;

    expect(rows.every(({ marked }) => marked)).toBe(true);
    for (const status of ['completed', 'confirmed', 'open', 'planned'])
      expect(countOf(status), status).toBeGreaterThan(0);
    const total = rows.reduce((sum, { count }) => sum + count, 0);
    expect(total).toBeGreaterThan(25);
    expect(total).toBeLessThan(120);
  });

  it('have groups that are short of firms, and others with a waiting list', async () => {
    const [row] = await rowsOf<{ short: number; waiting: number; declined: number; asked: number }>(
      `select count(*) filter (where status = 'open' and placed_count < minimum_group
          and apply_by between date '${today}' and date '${today}' + 30)::integer as short,
        count(*) filter (where waiting_count > 0)::integer as waiting, sum(invited_count)::integer as asked,
        (select count(*)::integer from placements where status in ('declined', 'expired')) as declined
       from editions`,
    );

    expect(row?.short).toBeGreaterThan(0);
    expect(row?.waiting).toBeGreaterThan(0);
    expect(row?.declined).toBeGreaterThan(0);
    expect(row?.asked).toBeGreaterThan(0);
  });

  it('place nobody by other rules than the product’s own', async () => {
    const steps = await rowsOf<{
      id: string;
      move: PlacementMove;
      status: PlacementStatus;
      at: Date;
      ended: PlacementStatus;
    }>(
      `select e.placement_id as id, e.move, e.status, e.occurred_at as at, p.status as ended
       from placement_events e join placements p using (firm_id, placement_id) order by e.placement_event_id`,
    );
    for (const events of Map.groupBy(steps, ({ id }) => id).values()) {
      let status: PlacementStart = 'none';
      let before = new Date(0);
      for (const { move, at, status: next } of events) {
        expect(placementParties.map((party) => movePlacement(status, move, party))).toContain(next);
        expect(at.getTime()).toBeGreaterThanOrEqual(before.getTime());
        expect(at.getTime()).toBeLessThanOrEqual(now.getTime());
        [status, before] = [next, at];
      }
      expect(status).toBe(events.at(-1)?.ended);
    }
    expect(steps.length).toBeGreaterThan(200);
  });

  it('place firms only with providers that they let in, and end with the requests that they came from', async () => {
    const stray = await rowsOf(
      `select p.placement_id from placements p join organisations o using (organisation_id)
       where not exists (select 1 from consents c where c.firm_id = p.firm_id and c.provider_code = o.code
         and c.purpose <> 'statistics' and c.withdrawn_at is null)`,
    );
    const apart = await rowsOf(
      `select p.placement_id from placements p join referrals r using (firm_id, referral_id)
       where (p.status = 'completed') <> (r.status = 'completed') or p.package_code <> r.package_code`,
    );

    expect(stray).toEqual([]);
    expect(apart).toEqual([]);
  });

  it('fit their plans, and what is open can be applied for', async () => {
    const plans = await rowsOf<EditionPlan & { status: string }>(
      `select name, delivery, municipality, venue, null as position, apply_by::text as "applyBy",
         starts_on::text as "startsOn", ends_on::text as "endsOn", places, minimum_group as "minimumGroup", language,
         '[]'::jsonb as days, status
       from editions`,
    );
    const municipalities = demo.content.bundle.municipalities.map(({ code }) => code);
    for (const { status, ...plan } of plans) {
      const before = status === 'open' || status === 'planned' ? null : plan;
      expect(checkEditionPlan(plan, { today, municipalities, before, taken: 0 })).toEqual([]);
    }
  });
});

describe('the simulated reviews', () => {
  const now = new Date('2026-11-26T08:00:00Z');
  let demo: TestApp;

  type ReviewRow = {
    status: string;
    reviewable: unknown;
    revision: number;
    begunAt: Date;
    givenAt: Date | null;
    since: Date;
    scoreProfile: unknown;
    dimensions: string[] | null;
    digitalLevel: number | null;
    processLevel: number | null;
    formCode: string;
    profile: FirmProfile;
    answers: Answers;
    selfRated: ScoreProfile;
    entries: ReviewEntry[];
    replies: { code: string; view: string; words: string }[];
    deeds: string[];
    by: string | null;
    isNewest: boolean;
    isLetIn: boolean;
  };
  let reviews: ReviewRow[];

  beforeAll(async () => {
    demo = await startTestApp();
    await importDemoPeople(demo.admin, demo.content.bundle.demoPeople, randomIdentifiers);
    await populate(demo, worldAt(demo, now, 1), 400);
    const { rows } = await demo.admin.query<ReviewRow>(
      `select r.status, r.reviewable, r.revision, r.created_at as "begunAt", r.given_at as "givenAt",
         r.status_since as since, r.score_profile as "scoreProfile", r.dimensions, r.digital_level as "digitalLevel",
         r.process_level as "processLevel", a.form_code as "formCode", s.profile, s.answers,
         s.score_profile as "selfRated",
         (select jsonb_agg(jsonb_build_object('code', i.code, 'reason', i.reason, 'evidence', i.evidence,
             'judgement', jsonb_build_object('state', i.state, 'level', i.level)) order by i.revision)
           from review_items i where i.review_id = r.review_id) as entries,
         (select coalesce(jsonb_agg(jsonb_build_object('code', q.code, 'view', q.firm_view, 'words', q.words)), '[]')
           from review_replies q where q.review_id = r.review_id) as replies,
         (select jsonb_agg(distinct e.deed) from review_events e where e.review_id = r.review_id) as deeds,
         (select min(p.name) from review_items i join people p on p.person_id = i.judged_by
           join memberships m on m.person_id = p.person_id and m.organisation_id = r.organisation_id
             and m.role = 'advisor'
           where i.review_id = r.review_id) as by,
         not exists (select 1 from submissions n where n.firm_id = s.firm_id and n.submitted_at > s.submitted_at)
           as "isNewest",
         exists (select 1 from consents c join organisations o on o.code = c.provider_code and o.kind = 'provider'
           where c.firm_id = r.firm_id and o.organisation_id = r.organisation_id and c.purpose = 'result'
             and c.withdrawn_at is null and c.given_at <= r.created_at) and s.submitted_at <= r.created_at
           as "isLetIn"
       from reviews r join submissions s using (firm_id, submission_id)
       join responses p using (firm_id, response_id)
       join assessments a on a.firm_id = p.firm_id and a.assessment_id = p.assessment_id`,
    );
    reviews = rows;
  });
  afterAll(() => demo.close());

  const basisOf = ({ formCode, profile, answers }: ReviewRow) => {
    const { structure } = demo.content.definition;
    return { structure, formCode, profile, answers };
  };

  /* About 225 of the 400 let a provider in. Three standard errors of a tenth among 225: 3 * sqrt(0.09 / 225) = 0.06. */
  it('are of about a tenth of the firms that let a provider see their results', async () => {
    const { rows } = await demo.admin.query<{ count: number }>(
      `select count(*)::integer as count from consents where purpose = 'result' and withdrawn_at is null`,
    );
    const share = reviews.length / (rows[0]?.count ?? 0);

    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.16);
    expect(reviews.every(({ isNewest, isLetIn }) => isNewest && isLetIn)).toBe(true);
  });

  it('are drafts, given and answered, some by an adviser of the demo, and nothing of them is still to come', () => {
    expect(new Set(reviews.map(({ status }) => status))).toEqual(new Set(['draft', 'given', 'answered']));
    const given = reviews.filter(({ givenAt }) => givenAt !== null);
    expect(given.length / reviews.length).toBeGreaterThan(0.5);
    expect(reviews.some(({ by }) => by === 'Karin Sundin')).toBe(true);
    for (const { begunAt, givenAt, since } of reviews) {
      expect(begunAt.getTime()).toBeLessThanOrEqual((givenAt ?? since).getTime());
      expect((givenAt ?? since).getTime()).toBeLessThanOrEqual(since.getTime());
      expect(since.getTime()).toBeLessThanOrEqual(now.getTime());
    }
  });

  it('have reviewed scores that can be computed again to the same numbers', () => {
    for (const review of reviews.filter(({ givenAt }) => givenAt !== null)) {
      const { scoreProfile, dimensions, digitalLevel, processLevel } = review;

      expect(freezeReview(basisOf(review), review.entries, review.selfRated)).toEqual({
        scoreProfile,
        dimensions,
        digitalLevel,
        processLevel,
      });
    }
  });

  it('could have been given and answered by the product’s own rules', () => {
    for (const review of reviews) {
      const basis = basisOf(review);
      expect(review.reviewable).toEqual(listReviewable(basis));
      expect(checkReview(review.entries, basis)).toEqual([]);
      expect(review.entries.length).toBeGreaterThanOrEqual(5);
      expect(review.entries.length).toBeLessThanOrEqual(12);
      const answered = review.status === 'answered' ? codesToReplyTo(basis, review.entries) : [];
      expect(review.replies.map(({ code }) => code).toSorted()).toEqual(answered.toSorted());
      const moves = { draft: [], given: ['give'], answered: ['answer', 'give'] }[review.status] ?? [];
      expect(review.deeds.filter((deed) => deed === 'give' || deed === 'answer')).toEqual(moves);
    }
  });

  it('mostly say what the firm says, at most one level apart, with reasons and words that say what they are', () => {
    const comparisons = reviews.flatMap((review) => compareReview(basisOf(review), review.entries));
    const { same, lower, higher } = countComparisons(comparisons);
    expect(same / comparisons.length).toBeGreaterThan(0.5);
    expect(Math.min(lower, higher)).toBeGreaterThan(0);
    expect(comparisons.every(({ difference }) => Math.abs(difference ?? 9) <= 1)).toBe(true);
    const words = [
      ...reviews.flatMap(({ entries }) => entries.map(({ reason }) => reason)),
      ...reviews.flatMap(({ replies }) => replies.map((reply) => reply.words)),
    ].filter((each) => each !== '');
    expect(words.every((each) => each.startsWith('Simulerat: '))).toBe(true);
  });
});
