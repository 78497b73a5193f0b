import type * as z from 'zod/mini';
import type { ownComparisonSchema } from '#shared/contracts/own-comparison.ts';
import { groupKey } from '#shared/domain/benchmark/frame.ts';
import type { ReleaseNames } from '#shared/domain/benchmark/names.ts';
import { newestFirst } from '#shared/domain/benchmark/newest.ts';
import {
  compareWithRelease,
  levelsIn,
  type OwnContribution,
  placesOfFirm,
  takeEachFromNewest,
} from '#shared/domain/benchmark/own-comparison.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Context } from '../../platform/context.ts';
import { type AccessContext, inTransaction, nobody } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import {
  findPublishedContent,
  findSubmitted,
  listOwnContributions,
  listPublishedLevels,
  type PublishedLevelsRow,
} from './own-comparison-repository.ts';
import { byGroup, type LevelStore, type PublishedLevels } from './published-levels.ts';

type Body = z.input<typeof ownComparisonSchema>;

/** A release beside the firm. `own`: null when it does not count the firm. */
type Beside = {
  readonly release: Release;
  readonly own: OwnContribution | null;
  readonly number: number;
  readonly groups: ReturnType<typeof compareWithRelease>;
};

type Release = PublishedLevelsRow & PublishedLevels;

/** The firm beside the others of its groups, as published of firms of its kind: simulated or real. */
export async function compareOwn(
  context: Context,
  access: AccessContext,
  { responseId, store }: { readonly responseId: string; readonly store: LevelStore },
): Promise<Body> {
  const { profile, isSimulated, published, own } = await inTransaction(context.database, access, async (tx) => {
    const submitted = await findSubmitted(tx, responseId);
    if (submitted === undefined) throw new DomainError('not-found');
    const listed = await listPublishedLevels(tx, submitted.isSimulated);
    const ids = listed.map(({ releaseId }) => releaseId);
    return { ...submitted, published: listed, own: await listOwnContributions(tx, ids) };
  });
  const counted = new Map(own.map((each) => [each.releaseId, each]));
  const read = await readEach(context, published, store);
  const releases = newestFirst(read.map((each) => ({ ...each, isSimulated, until: each.spec.until })));
  const beside = releases.map((release) => layBeside(release, profile, counted.get(release.releaseId) ?? null));
  return { comparison: beside.length === 0 ? null : describe(beside) };
}

/** One after the other, so that whoever comes first takes one connection and not many. */
async function readEach(
  { database }: Context,
  published: readonly PublishedLevelsRow[],
  store: LevelStore,
): Promise<Release[]> {
  const releases: Release[] = [];
  for (const row of published) {
    const levels = await store.keep(row.sha256, async () => {
      const { spec, cells } = await inTransaction(database, nobody, (tx) => findPublishedContent(tx, row.releaseId));
      return byGroup(spec, cells);
    });
    releases.push({ ...row, ...levels });
  }
  return releases;
}

function layBeside(release: Release, profile: FirmProfile, own: OwnContribution | null): Beside {
  const { number, spec, cells } = release;
  const shown = placesOfFirm(spec, profile).flatMap((place) => cells.get(groupKey(place)) ?? []);
  return { release, own, number, groups: compareWithRelease({ spec, cells: shown }, profile, own) };
}

function describe(beside: readonly Beside[]): Body['comparison'] {
  const groups = takeEachFromNewest(beside);
  const taken = new Set(groups.flatMap(({ peers }) => peers.map(({ release }) => release)));
  // Where nothing is shown, the newest is the one that shows nothing.
  const named = taken.size === 0 ? beside.slice(0, 1) : beside.filter(({ number }) => taken.has(number));
  return {
    releases: named.map(describeRelease),
    measures: measuresOf(beside),
    groups: groups.map(({ key, place, peers }) => ({ key, values: valuesOf(beside, place), peers: [...peers] })),
  };
}

function describeRelease({ release, own }: Beside) {
  const { number, organisationName, publishedAt, spec } = release;
  const { name, from, until, isSimulated, population } = spec;
  return {
    number,
    name,
    organisationName,
    from,
    until,
    isSimulated,
    population,
    publishedAt: publishedAt.toISOString(),
    isCounted: own !== null,
  };
}

/** As the newest release calls each. */
function measuresOf(beside: readonly Beside[]) {
  const codes = new Set(beside.flatMap(({ release: { spec } }) => levelsIn(spec)));
  return [...codes].map((code) => {
    const name = fromNewest(beside, ({ measures }) => measures[code]?.name);
    return { code, name: name ?? { sv: code, en: code } };
  });
}

function valuesOf(beside: readonly Beside[], place: Readonly<Record<string, string>>) {
  return Object.entries(place).flatMap(([code, value]) => {
    const attribute = fromNewest(beside, ({ attributes }) => attributes[code]?.name);
    const name = fromNewest(beside, ({ attributes }) => attributes[code]?.values[value]);
    return attribute === undefined || name === undefined ? [] : [{ attribute, value: name }];
  });
}

function fromNewest<Found>(
  beside: readonly Beside[],
  find: (names: ReleaseNames) => Found | undefined,
): Found | undefined {
  for (const { release } of beside) {
    const found = find(release.spec.names);
    if (found !== undefined) return found;
  }
  return undefined;
}
