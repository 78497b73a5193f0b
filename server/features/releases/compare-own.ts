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
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import {
  findSubmitted,
  listCellsOf,
  listOwnContributions,
  listPublishedLevels,
  type PublishedLevelsRow,
} from './own-comparison-repository.ts';

type Body = z.input<typeof ownComparisonSchema>;

/** A release beside the firm. `own`: null when it does not count the firm. */
type Beside = {
  readonly release: PublishedLevelsRow;
  readonly own: OwnContribution | null;
  readonly number: number;
  readonly groups: ReturnType<typeof compareWithRelease>;
};

/** The firm beside the others of its groups, as published of firms of its kind: simulated or real. */
export async function compareOwn(context: Context, access: AccessContext, responseId: string): Promise<Body> {
  return inTransaction(context.database, access, async (tx) => {
    const submitted = await findSubmitted(tx, responseId);
    if (submitted === undefined) throw new DomainError('not-found');
    const { profile, isSimulated } = submitted;
    const published = await listPublishedLevels(tx, isSimulated);
    const releases = newestFirst(published.map((each) => ({ ...each, isSimulated, until: each.spec.until })));
    return { comparison: releases.length === 0 ? null : describe(await layBeside(tx, releases, profile)) };
  });
}

async function layBeside(
  tx: Transaction,
  releases: readonly PublishedLevelsRow[],
  profile: FirmProfile,
): Promise<Beside[]> {
  const ids = releases.map(({ releaseId }) => releaseId);
  const groups = releases.flatMap(({ spec }) => placesOfFirm(spec, profile).map(groupKey));
  const cells = Map.groupBy(await listCellsOf(tx, ids, [...new Set(groups)]), ({ releaseId }) => releaseId);
  const own = new Map((await listOwnContributions(tx, ids)).map((each) => [each.releaseId, each]));
  return releases.map((release) => {
    const { releaseId, number, spec } = release;
    const shown = (cells.get(releaseId) ?? []).map(({ cell }) => cell);
    const counted = own.get(releaseId) ?? null;
    return { release, own: counted, number, groups: compareWithRelease({ spec, cells: shown }, profile, counted) };
  });
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
