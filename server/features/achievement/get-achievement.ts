import type * as z from 'zod/mini';
import type { getAchievement as getAchievementEndpoint } from '#shared/contracts/achievement.ts';
import type { Achievement } from '#shared/domain/achievement/achievement.ts';
import { type AchievementInput, describeAchievement } from '#shared/domain/achievement/describe-achievement.ts';
import { partChange } from '#shared/domain/achievement/part-change.ts';
import { type ItemMap, isComparable } from '#shared/domain/instrument/version/comparability.ts';
import { answerWithinWeekdays } from '#shared/domain/referral/answer-target.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { sha256OfJson } from '../../platform/content/canonical-json.ts';
import type { Context } from '../../platform/context.ts';
import { getCountedEnd } from '../../platform/database/closed-month-repository.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import {
  type ChangeRow,
  type FirmsRow,
  findProvider,
  type HeldEditionRow,
  listChanges,
  listFirmCounts,
  listHeldEditions,
  listRequestCounts,
  type ProviderRow,
  type RequestRow,
} from './repository.ts';

export type AchievementBody = z.input<(typeof getAchievementEndpoint.responses)[200]>;

type Counts = {
  readonly firms: readonly FirmsRow[];
  readonly requests: readonly RequestRow[];
  readonly changes: readonly ChangeRow[];
  readonly editions: readonly HeldEditionRow[];
};
type Counted = Counts & { readonly provider: ProviderRow; readonly end: { endsAt: Date; year: number } };

async function count(tx: Transaction, organisationId: string, now: Date): Promise<Counted> {
  const provider = await findProvider(tx, organisationId);
  if (provider === undefined) throw new DomainError('not-found');
  const end = await getCountedEnd(tx, now);
  const counted = { organisationId, endsAt: end.endsAt };
  return {
    provider,
    end,
    firms: await listFirmCounts(tx, counted),
    requests: await listRequestCounts(tx, counted),
    changes: await listChanges(tx, counted),
    editions: await listHeldEditions(tx, counted),
  };
}

/** Simulated firms are never counted together with others. */
function ofOneKind({ firms, requests, changes, editions }: Counts): Counts & { isSimulated: boolean } {
  const isSimulated = [...firms, ...requests].some((row) => row.isSimulated);
  const isWanted = (row: { isSimulated: boolean }) => row.isSimulated === isSimulated;
  return {
    isSimulated,
    firms: firms.filter(isWanted),
    requests: requests.filter(isWanted),
    changes: changes.filter(isWanted),
    editions: editions.filter(isWanted),
  };
}

/** One difference a firm: of the first of its pairs of rounds that can be compared, as far as they can. */
async function listDifferences(context: Context, rows: readonly ChangeRow[]): Promise<AchievementInput['changes']> {
  const maps = new Map<string, ItemMap>();
  const differences = new Map<number, AchievementInput['changes'][number]>();
  for (const { firm, earlierVersionId, laterVersionId, items } of rows) {
    if (differences.has(firm)) continue;
    const key = `${earlierVersionId} ${laterVersionId}`;
    const isSame = earlierVersionId === laterVersionId;
    const map =
      maps.get(key) ?? (isSame ? new Map() : await context.published.itemMapBetween(earlierVersionId, laterVersionId));
    maps.set(key, map);
    const mayCompare = (item: string) => isSame || isComparable(map.get(item));
    const [digital, process] = [partChange('digital', items, mayCompare), partChange('process', items, mayCompare)];
    if (digital !== null || process !== null) differences.set(firm, { digital, process });
  }
  return [...differences.values()];
}

function firmsOf({ firms, year, county, branch, sizeClass }: FirmsRow): AchievementInput['firms'][number] {
  const isShared = county !== null && branch !== null && sizeClass !== null;
  return { firms, year, facts: isShared ? { county, branch, sizeClass } : null };
}

function requestOf({ askedAt, answeredAt, statusSince, ...row }: RequestRow): AchievementInput['requests'][number] {
  return {
    ...row,
    askedMs: askedAt.getTime(),
    answeredMs: answeredAt?.getTime() ?? null,
    statusSinceMs: statusSince.getTime(),
  };
}

function offersOf(catalogue: Catalogue, code: string) {
  return {
    packages: catalogue.packages.filter(({ providers }) => providers.includes(code)),
    homeCounties: catalogue.providers.find((provider) => provider.code === code)?.counties ?? [],
  };
}

/** What the groups that are told of are called. */
function groupsOf(
  editions: readonly HeldEditionRow[],
  { requests }: Achievement,
  { bundle }: Context,
): AchievementBody['groups'] {
  const told = new Set(requests.completedByGroup.map(({ packageCode }) => packageCode));
  const placeOf = (code: string | null) => bundle.municipalities.find((each) => each.code === code)?.name ?? null;
  return editions
    .filter(({ packageCode }) => told.has(packageCode))
    .map(({ edition, name, municipality, startsOn }) => ({
      code: edition,
      name,
      place: placeOf(municipality),
      startsOn,
    }));
}

/** What the provider has achieved, protected here: nothing that could be traced to a firm leaves the server. */
export async function getAchievement(
  context: Context,
  access: AccessContext,
  organisationId: string,
): Promise<AchievementBody> {
  const counted = await inTransaction(context.database, access, (tx) => count(tx, organisationId, context.clock.now()));
  const { protection } = context.bundle;
  const { provider, end } = counted;
  // What has been published since the month closed changes nothing of it.
  const { catalogue } = await context.published.catalogueBefore(end.endsAt);
  const { packages, homeCounties } = offersOf(catalogue, provider.code);
  const { isSimulated, firms, requests, changes, editions } = ofOneKind(counted);
  const figures = describeAchievement(
    {
      firms: firms.map(firmsOf),
      requests: requests.map(requestOf),
      changes: await listDifferences(context, changes),
      editions,
      endMs: end.endsAt.getTime(),
      endYear: end.year,
      packages: packages.map(({ code }) => code),
      homeCounties,
    },
    protection,
  );
  const document = {
    organisationId,
    organisationName: provider.name,
    countedUntil: end.endsAt.toISOString(),
    isSimulated,
    protection,
    answerWithinWeekdays,
    homeCounties,
    groups: groupsOf(editions, figures, context),
    packageNames: packages.map(({ code, name }) => ({ code, name })),
    figures,
  };
  return { ...document, sha256: sha256OfJson(document).toString('hex') };
}
