import { expect } from 'vitest';
import type { ReleaseInProgress } from '#shared/contracts/releases.ts';
import { startEditingApp } from '../support/editing.ts';
import { effectsBy, type WantedEffect } from '../support/effects.ts';
import { type Staff, signedInAs } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import type { WantedRelease } from '../support/releases.ts';
import { makeTenant, type Tenant } from '../support/tenants.ts';
import type { TestApp } from '../support/test-app.ts';
import { type Known, nameOf } from './relations.ts';
import { answerOf, firmOf, type Held, truthOfEffect, truthOfLevels } from './truth.ts';

/** What the regions have built, and who is behind each of it. `county`: whose analysts have looked at it. */
export type Built = Known & {
  readonly release: ReleaseInProgress;
  readonly county: string;
  readonly isPublished: boolean;
};

export type Scene = {
  readonly site: TestApp;
  readonly tenant: Tenant;
  readonly analysts: Readonly<Record<string, Staff>>;
  readonly built: Built[];
  readonly build: (county: string, wanted: WantedRelease) => Promise<Built>;
  /** Builds it, looks at it, and publishes nothing; it is dropped when told so. */
  readonly look: (county: string, wanted: WantedRelease, isDropped: boolean) => Promise<Built>;
  readonly buildEffect: (county: string, wanted?: WantedEffect) => Promise<Built>;
  /** Builds it and takes it away again, as if nobody had looked at it. */
  readonly tryEffect: (county: string, wanted: WantedEffect) => Promise<Omit<Built, 'isPublished'>>;
};

async function knownOf({ admin }: TestApp, release: ReleaseInProgress): Promise<Known> {
  const { document, releaseId, status } = release;
  if (document === null) throw new Error(`the release is ${status} and says nothing`);
  const isEffect = document.format === 'mattstock-effect-1';
  const truth = isEffect
    ? await truthOfEffect({ admin }, releaseId, document.spec)
    : await truthOfLevels({ admin }, document.spec);
  return { name: nameOf(document), document, truth };
}

/** Made-up firms, everybody who may look at anything, and nothing built. */
export async function setScene(firms: number): Promise<Scene> {
  const site = await startEditingApp({ rateLimitPerMinute: 1_000_000, hasDemoPeople: true, isDemo: true });
  const tenant = await makeTenant(site, 'eken', { provider: 'compare', region: '17' });
  // What the tenant's region builds for ever would leave it with too few to build here.
  await site.admin.query(`update releases set status = 'cancelled' where status = 'building'`);
  await populate(site, worldAt(site, new Date('2026-10-20T08:00:00Z')), firms, true);
  const analysts: Record<string, Staff> = {};
  for (const county of ['17', '20', '21'])
    analysts[county] = await signedInAs(site, 'analyst', { organisation: county });
  const built: Built[] = [];
  const by = (county: string) =>
    effectsBy(() => {
      const analyst = analysts[county];
      if (analyst === undefined) throw new Error(`no region ${county}`);
      return analyst;
    });
  /** Publishes what the product lets be published; that it refuses the rest is what it is for. */
  const settle = async (county: string, release: ReleaseInProgress): Promise<Built> => {
    const reply = await by(county).publish(release);
    expect(reply.statusCode === 200, reply.body).toBe(release.blocks.length === 0);
    return keep(county, release, reply.statusCode === 200);
  };
  const keep = async (county: string, release: ReleaseInProgress, isPublished: boolean): Promise<Built> => {
    const one = { ...(await knownOf(site, release)), release, county, isPublished };
    built.push(one);
    return one;
  };
  return {
    site,
    tenant,
    analysts,
    built,
    build: async (county, wanted) => {
      const actions = by(county);
      return settle(county, await actions.ended(await beginLevels(county, wanted)));
    },
    look: async (county, wanted, isDropped) => {
      const actions = by(county);
      const one = await keep(county, await actions.ended(await beginLevels(county, wanted)), false);
      if (!isDropped) return one;
      const reply = await actions.cancel(one.release.releaseId, 'built');
      expect(reply.statusCode, reply.body).toBe(200);
      return one;
    },
    buildEffect: async (county, wanted = {}) => settle(county, await by(county).built(wanted)),
    tryEffect: async (county, wanted) => {
      const release = await by(county).built(wanted);
      const one = { ...(await knownOf(site, release)), release, county };
      await site.admin.query('delete from releases where release_id = $1', [release.releaseId]);
      return one;
    },
  };

  async function beginLevels(county: string, wanted: WantedRelease): Promise<string> {
    const analyst = analysts[county] as Staff;
    const url = `/api/region/organisations/${analyst.organisationId}/releases`;
    const name = { sv: 'Läget i industrin', en: 'How industry stands' };
    const reply = await analyst.visitor.post(url, { name, population: 'all', ...wanted });
    expect(reply.statusCode, reply.body).toBe(201);
    return reply.json<{ releaseId: string }>().releaseId;
  }
}

/** The first day before which some answers more are counted than before another, and fewer than ten. */
export async function dayAfterFew({ site: { admin } }: Scene, since: string): Promise<string> {
  const { rows } = await admin.query<{ day: string; firms: number }>(
    `select to_char((s.submitted_at at time zone 'Europe/Stockholm')::date + 1, 'YYYY-MM-DD') as day,
       count(distinct s.firm_id)::integer as firms
     from submissions s
     join firms f on f.firm_id = s.firm_id and f.is_simulated
     join consents c on c.firm_id = s.firm_id and c.purpose = 'statistics' and c.withdrawn_at is null
     where s.submitted_at >= $1::timestamp at time zone 'Europe/Stockholm' and s.profile ->> 'municipality' <> 'outside'
     group by 1 order by 1 limit 1`,
    [since],
  );
  expect(rows[0]?.firms).toBeLessThan(10);
  return rows[0]?.day ?? '';
}

/** Answers that all firms of a release are, and would not be if it were of another period; or the other way round. */
export async function differenceOf(
  { site }: Scene,
  { document, truth }: Built,
  { until }: Pick<WantedRelease, 'until'>,
): Promise<string[]> {
  if (document.format !== 'mattstock-release-1') throw new Error('it tells of no levels');
  const { spec } = document;
  const [measure = ''] = spec.measures;
  const was = truth.of(measure, 'all');
  const would = (await truthOfLevels(site, { ...spec, until: until ?? spec.until })).of(measure, 'all');
  return [...new Set([...was.keys(), ...would.keys()])]
    .filter((id) => was.has(id) !== would.has(id))
    .map(answerOf)
    .sort();
}

/** One answer of each firm that the one holds otherwise than the other. */
export function differentFirms(one: Held, other: Held): string[] {
  const ids = [...new Set([...one.keys(), ...other.keys()])].filter((id) => one.get(id) !== other.get(id)).sort();
  return [...new Map(ids.map((id) => [firmOf(id), answerOf(id)])).values()];
}

/** A firm that agreed to be counted does so no more. */
export async function withdrawOne({ site: { admin } }: Scene, before: string): Promise<void> {
  const { rowCount } = await admin.query(
    `update consents set withdrawn_at = now() where consent_id = (
       select c.consent_id from consents c join submissions s on s.firm_id = c.firm_id and s.submitted_at < $1
       join firms f on f.firm_id = s.firm_id and f.is_simulated
       where c.purpose = 'statistics' and c.withdrawn_at is null and s.profile ->> 'municipality' <> 'outside'
       order by s.submission_id limit 1)`,
    [before],
  );
  expect(rowCount).toBe(1);
}

/** So many firms that are counted answer once more, the same as before but for what their profile says of the new. */
export async function answerAgain(
  { site: { admin } }: Pick<Scene, 'site'>,
  at: string,
  { firms = 1, profile = {} }: { readonly firms?: number; readonly profile?: Readonly<Record<string, string>> } = {},
): Promise<void> {
  const client = await admin.connect();
  try {
    // Straight into the tables: only what is counted matters, and not what led to it.
    await client.query(`begin; set local session_replication_role = 'replica'`);
    const { rows } = await client.query<{ was: string; now: string }>(
      `with chosen as materialized (
         select s.submission_id as was, gen_random_uuid() as now, to_jsonb(s) as facts from submissions s
         join firms f on f.firm_id = s.firm_id and f.is_simulated
         join consents c on c.firm_id = s.firm_id and c.purpose = 'statistics' and c.withdrawn_at is null
         where s.submitted_at < $1 and s.profile ->> 'municipality' <> 'outside' order by s.submission_id desc limit $2
       ), written as (
         insert into submissions
         select (jsonb_populate_record(null::submissions, facts || jsonb_build_object('submission_id', now,
           'response_id', gen_random_uuid(), 'receipt_number', 'again ' || now, 'submitted_at', $1,
           'profile', facts -> 'profile' || $3::jsonb))).* from chosen
       )
       select was, now from chosen`,
      [at, firms, profile],
    );
    expect(rows).toHaveLength(firms);
    await client.query(
      `insert into scores
       select (jsonb_populate_record(null::scores, to_jsonb(o) || jsonb_build_object('submission_id', a.now))).*
       from unnest($1::uuid[], $2::uuid[]) a (was, now) join scores o on o.submission_id = a.was`,
      [rows.map(({ was }) => was), rows.map(({ now }) => now)],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** Providers and what they have been let in to see, withdrawn or not: what was seen is known. */
export async function insidersOf({ site: { admin } }: Scene) {
  const { rows } = await admin.query<{ name: string; ids: string[] }>(
    `select k.provider_code as name, array_agg(distinct
       concat(coalesce(s.profile ->> 'parentOrganisationNumber', f.organisation_number, f.firm_id::text), '/',
         s.submission_id)) as ids
     from consents k join submissions s on s.firm_id = k.firm_id join firms f on f.firm_id = s.firm_id
     where k.purpose = 'result' group by 1 order by 1`,
  );
  return rows.map(({ name, ids }) => ({ name, knows: new Set(ids) }));
}
