import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { FastifyBaseLogger } from 'fastify';
import { orderBreakdowns } from '#shared/domain/benchmark/choices.ts';
import type { ReleaseSpec } from '#shared/domain/benchmark/release.ts';
import type { AnySpec } from '#shared/domain/effect/any-release.ts';
import type { EffectSpec } from '#shared/domain/effect/effect-release.ts';
import { visitAs } from './demo-visit.ts';
import { signOut } from './features/account/sign-out.ts';
import { beginEffect } from './features/releases/begin-effect.ts';
import { beginRelease } from './features/releases/begin-release.ts';
import { cancelRelease } from './features/releases/cancel-release.ts';
import { getRelease, type ReleasePlace } from './features/releases/get-release.ts';
import { listReleases } from './features/releases/list-releases.ts';
import { publishRelease } from './features/releases/publish-release.ts';
import { listPublished } from './features/releases/published-releases.ts';
import type { ReleaseBuilder } from './features/releases/release-builder.ts';
import { type Run, runRelease } from './features/releases/run-release.ts';
import type { DemoPerson } from './platform/content/demo-people.ts';
import type { DemoRelease } from './platform/content/demo-releases.ts';
import type { Context } from './platform/context.ts';
import type { AccessContext } from './platform/database/transaction.ts';
import { DomainError } from './platform/domain-error.ts';
import type { Runs } from './platform/workers/keep-runs.ts';

/* What the demo's regions have published comes about the way real figures do: an analyst of each builds and publishes it. */

export type DemoReleases = {
  /** How many of them are still to come; none when no more will. */
  readonly tell: () => { readonly left: number; readonly of: number };
  /** Builds and publishes what is not published yet. Never rejects: what fails is in the log. */
  readonly publish: () => Promise<void>;
};

export type DemoReleaseParts = Pick<Runs, 'stop' | 'logFault'> & {
  readonly context: Context;
  /** The one of the visitors, so that whatever is counted has been compared with all before it. */
  readonly builder: ReleaseBuilder;
  readonly log: Pick<FastifyBaseLogger, 'warn' | 'info'>;
};

/** As an analyst of one region. */
type AsAnalyst = { readonly access: AccessContext; readonly organisationId: string };

const askAgainMs = 1000;

export function demoReleasesOf(parts: DemoReleaseParts): DemoReleases {
  const { context, stop, logFault } = parts;
  const wanted = context.config.demoFirms === 0 ? [] : context.bundle.demoReleases;
  let left = wanted.length;
  return {
    tell: () => ({ left, of: wanted.length }),
    publish: async () => {
      for (const release of wanted) {
        if (stop.aborted) break;
        await publishOnce(parts, release).catch((error: unknown) => {
          if (!stop.aborted) logFault(error);
        });
        left -= 1;
      }
      left = 0;
    },
  };
}

async function publishOnce(parts: DemoReleaseParts, wanted: DemoRelease): Promise<void> {
  const { context } = parts;
  const { releases } = await listPublished(context);
  if (releases.some((each) => each.isSimulated && each.name.sv === wanted.name.sv)) return;
  const visit = await visitAs(context, analystOf(context, wanted.region));
  try {
    const organisationId = visit.account.roles.find(({ role }) => role === 'analyst')?.placeId;
    if (organisationId === undefined) throw new Error(`the demo's analyst in ${wanted.region} has no region`);
    const as = { access: visit.as('statistics'), organisationId };
    await publishBuilt(parts, as, await buildOnce(parts, as, wanted));
  } finally {
    // Nobody was there: no such session is left among those of the person.
    await signOut(context, visit.as('identity'));
  }
}

function analystOf({ bundle }: Context, region: string): DemoPerson {
  const person = bundle.demoPeople.find(({ role, place }) => role === 'analyst' && place === region);
  if (person === undefined) throw new Error(`the demo has no analyst in ${region}`);
  return person;
}

/**
 * What was built before the server was stopped is not built again, unless it may not be published any more; what was being
 * built is begun anew. What a visitor has built by other choices is let be, whatever it is called.
 */
async function buildOnce(parts: DemoReleaseParts, as: AsAnalyst, wanted: DemoRelease): Promise<ReleasePlace> {
  const { context } = parts;
  const { access, organisationId } = as;
  const { releases, choices } = await listReleases(context, access, organisationId);
  const asked = askedOf(wanted, choices.today);
  for (const { isOwn, name, status, releaseId } of releases) {
    if (!isOwn || name.sv !== wanted.name.sv || (status !== 'built' && status !== 'building')) continue;
    const place = { organisationId, releaseId };
    const { spec, blocks } = await getRelease(context, access, place);
    if (!isOf(spec, asked)) continue;
    if (status === 'built' && blocks.length === 0) return place;
    await cancelRelease(context, access, { ...place, status });
  }
  const run = await whenFree(parts, () => begin(parts, as, asked));
  const place = { organisationId, releaseId: run.releaseId };
  await runUntilStopped(parts, run, () => cancelRelease(context, access, { ...place, status: 'building' }));
  return place;
}

const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/** What is chosen for a release, as an analyst would choose it. */
type Asked = Pick<AnySpec, 'name' | 'population'> &
  (
    | (Pick<EffectSpec, 'before' | 'after'> & { readonly kind: 'effect' })
    | (Pick<ReleaseSpec, 'from' | 'until' | 'measures' | 'breakdowns'> & { readonly kind: 'levels' })
  );

function askedOf(wanted: DemoRelease, today: string): Asked {
  const ended = `${today.slice(0, 7)}-01`;
  const last = { from: yearBefore(ended), until: ended };
  const before = { from: yearBefore(last.from), until: last.from };
  const given = { name: wanted.name, population: 'all' } as const;
  if (wanted.kind === 'effect') return { ...given, kind: 'effect', before, after: last };
  const { kind, measures, breakdowns, year } = wanted;
  return { ...given, kind, ...(year === 'last' ? last : before), measures, breakdowns };
}

const choicesOf = (spec: AnySpec): Asked =>
  'kind' in spec
    ? { kind: spec.kind, name: spec.name, population: spec.population, before: spec.before, after: spec.after }
    : {
        ...{ kind: 'levels', name: spec.name, population: spec.population, from: spec.from, until: spec.until },
        ...{ measures: spec.measures, breakdowns: spec.breakdowns },
      };

/** Codes are kept in an order of their own, and all firms together are in every release. */
const inOrder = (asked: Asked): Asked =>
  asked.kind === 'effect'
    ? asked
    : {
        ...asked,
        measures: asked.measures.toSorted(),
        breakdowns: [...(orderBreakdowns(asked.breakdowns) ?? asked.breakdowns)].map((codes) => [...codes]),
      };

/** Whether a release is by exactly these choices. */
const isOf = (spec: AnySpec, asked: Asked): boolean => isDeepStrictEqual(inOrder(choicesOf(spec)), inOrder(asked));

function begin(
  { context, builder }: DemoReleaseParts,
  { access, organisationId }: AsAnalyst,
  { kind, ...asked }: Asked,
): Promise<Run> {
  const given = { builder, organisationId };
  return 'before' in asked
    ? beginEffect(context, access, { ...given, ...asked })
    : beginRelease(context, access, { ...given, ...asked });
}

/** A visitor may be building as much in the region as one may at once. */
async function whenFree<T>({ stop }: DemoReleaseParts, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'builder-busy')) throw error;
      await wait(askAgainMs, undefined, { signal: stop });
    }
  }
}

/** Called off when the server stops, and so no failure that the region would see: the next start begins it anew. */
async function runUntilStopped(
  { context, builder, stop, logFault }: DemoReleaseParts,
  run: Run,
  callOff: () => Promise<unknown>,
): Promise<void> {
  const { database, clock } = context;
  const stopped = new AbortController();
  // The signal goes off once: whoever listens from now on does not hear it.
  if (stop.aborted) {
    await callOff();
    return;
  }
  const onStop = (): void => {
    callOff()
      .catch(logFault)
      .finally(() => stopped.abort());
  };
  stop.addEventListener('abort', onStop);
  try {
    await runRelease({ database, builder, clock, logFault }, run, stopped.signal);
  } finally {
    stop.removeEventListener('abort', onStop);
  }
}

async function publishBuilt(
  { context, stop, log }: DemoReleaseParts,
  { access }: AsAnalyst,
  place: ReleasePlace,
): Promise<void> {
  const { status, blocks, sha256 } = await getRelease(context, access, place);
  if (status === 'built' && blocks.length === 0 && sha256 !== null) {
    const { number } = await publishRelease(context, access, { ...place, sha256 });
    log.info({ releaseId: place.releaseId, number }, 'a release of the demo is published');
  } else if (!stop.aborted) {
    // The visitors of the region would find a draft that is nobody's.
    if (status === 'built') await cancelRelease(context, access, { ...place, status });
    log.warn({ releaseId: place.releaseId, status, blocks }, 'a release of the demo cannot be published');
  }
}
