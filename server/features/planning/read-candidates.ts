import type * as z from 'zod/mini';
import type { hindrances, previewPlan } from '#shared/contracts/plans.ts';
import { fitPartsOf } from '#shared/domain/cohort/fit.ts';
import type { PlanFirm, PlanNeed, PlanProblem } from '#shared/domain/cohort/problem.ts';
import { isRefusal } from '#shared/domain/edition/placement-states.ts';
import { counties } from '#shared/domain/firm/firm-profile.ts';
import type { Position } from '#shared/domain/geography/position.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { isCodeOffered } from '#shared/domain/routing/is-offered.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { Context } from '../../platform/context.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { describeLivePlace } from '../../platform/editions/describe-live-place.ts';
import { listLivePlaces } from '../../platform/editions/live-place-repository.ts';
import type { EditionRow, FirmRow, NeedRow, PlacementRow } from './candidate-repository.ts';
import { countUnshared, insertListing, listNeeds, listOwnEditions, listPlacements } from './candidate-repository.ts';

type CandidatesBody = z.input<(typeof previewPlan.responses)[200]>;
type EditionBody = CandidatesBody['editions'][number];
type Hindrance = (typeof hindrances)[number];

export type Candidates = CandidatesBody & { readonly servedBefore: PlanProblem['servedBefore'] };
export type Choice = { readonly organisationId: string; readonly editionIds: readonly string[] };

const dayMs = 86_400_000;
/** How long a no is taken for an answer: a proposal. */
const noStandsDays = 365;

type Readable = Pick<Context, 'bundle' | 'clock'> & { readonly catalogue: Catalogue };

/** The catalogue is read before: whoever advises has no right to it. */
export async function readableBy({ bundle, clock, published }: Context): Promise<Readable> {
  const { catalogue } = await published.currentCatalogue();
  return { bundle, clock, catalogue };
}

/** Who can be planned for, read in the transaction of whoever asks; that the firms stood in a list is written down. */
export async function readCandidates(context: Readable, tx: Transaction, choice: Choice): Promise<Candidates> {
  const rows = await listOwnEditions(tx, choice);
  if (rows.length < new Set(choice.editionIds).size) throw new DomainError('not-found');
  refuseOutOfUse(context.catalogue, rows, choice.editionIds);
  const packages = dimensionsOf(context.catalogue, rows);
  const placements = await listPlacements(tx, choice.organisationId);
  const needs = await listNeeds(tx, choice.organisationId, packages);
  const unshared = await countUnshared(tx, { ...choice, packages: Object.keys(packages) });
  const gathered = gather({ rows, placements, needs, now: context.clock.now() });
  const seats = new Map(context.bundle.municipalities.map((each) => [each.code, each]));
  const positionOf = (municipality: string): Position | null => {
    const seat = seats.get(municipality);
    return seat === undefined ? null : { latitude: seat.latitude, longitude: seat.longitude };
  };
  const firms = [...gathered.firms.values()].map(({ row, needs: own, busy, placedIn }) => ({
    ...wordsOf(row),
    facts: factsOf(row, { needs: own, busy, placedIn, position: positionOf(row.municipality) }),
  }));
  const firmIds = [...firms, ...gathered.hindered].map(({ firmId }) => firmId);
  await insertListing(tx, { firmIds: [...new Set(firmIds)], organisationId: choice.organisationId });
  const editions = rows.map((row) =>
    describeEdition(context.catalogue, { row, placements, seat: positionOf(row.municipality ?? '') }),
  );
  const servedBefore = countServed(placements, choice.editionIds, Object.keys(packages));
  const live = await listLivePlaces(tx, { ...choice, firmIds: firms.map(({ firmId }) => firmId) });
  const elsewhere = live
    .filter(({ editionId }) => !choice.editionIds.includes(editionId))
    .map((row) => describeLivePlace(context.catalogue, row));
  return { editions, firms, hindered: gathered.hindered, elsewhere, unshared, servedBefore };
}

/** Nobody is placed for a package that is offered to nobody. */
function refuseOutOfUse({ packages }: Catalogue, rows: readonly EditionRow[], editionIds: readonly string[]): void {
  const fields = rows
    .filter(({ packageCode }) => !isCodeOffered(packages, packageCode))
    .map(({ editionId }) => ({ path: `body/editionIds/${editionIds.indexOf(editionId)}`, code: 'out-of-use' }));
  if (fields.length > 0) throw new DomainError('package-out-of-use', { fields });
}

const wordsOf = ({ firmId, name, isSimulated, municipality }: FirmRow) => ({ firmId, name, isSimulated, municipality });

const factsOf = (
  { firmId, sizeClass, county, branch }: FirmRow,
  more: Pick<PlanFirm, 'needs' | 'busy' | 'placedIn' | 'position'>,
): PlanFirm => ({ firmId, sizeClass, county, branch, ...more });

/** The areas that each package is about, by the catalogue in use. */
function dimensionsOf(catalogue: Catalogue, rows: readonly EditionRow[]): Record<string, string[]> {
  const codes = new Set(rows.map(({ packageCode }) => packageCode));
  return Object.fromEntries(
    [...codes].map((code) => {
      const offer = catalogue.packages.find((each) => each.code === code);
      return [code, offer?.dimensions.map((dimension) => dimension.code) ?? []];
    }),
  );
}

type Gathered = {
  readonly row: FirmRow;
  readonly needs: PlanNeed[];
  readonly busy: { from: string; to: string }[];
  readonly placedIn: string[];
};
type HinderedBody = CandidatesBody['hindered'][number];
type Material = {
  readonly rows: readonly EditionRow[];
  readonly placements: readonly PlacementRow[];
  readonly needs: readonly NeedRow[];
  readonly now: Date;
};

const holdsPlace = ({ status }: PlacementRow): boolean => status === 'invited' || status === 'placed';

function gather({ rows, placements, needs, now }: Material): {
  firms: Map<string, Gathered>;
  hindered: HinderedBody[];
} {
  const chosen = new Set(rows.map(({ editionId }) => editionId));
  const ofFirm = Map.groupBy(placements, ({ firmId }) => firmId);
  const firms = new Map<string, Gathered>();
  const hindered: HinderedBody[] = [];
  const gathered = (row: FirmRow): Gathered => {
    const own = (ofFirm.get(row.firmId) ?? []).filter(holdsPlace);
    const found = firms.get(row.firmId) ?? {
      row,
      needs: [],
      placedIn: own.filter(({ editionId }) => chosen.has(editionId)).map(({ editionId }) => editionId),
      busy: own
        .filter(({ editionId }) => !chosen.has(editionId))
        .map(({ startsOn, endsOn }) => ({ from: startsOn, to: endsOn })),
    };
    firms.set(row.firmId, found);
    return found;
  };
  for (const placement of placements)
    if (chosen.has(placement.editionId) && holdsPlace(placement) && placement.facts !== null) gathered(placement.facts);
  for (const row of needs) {
    const had = (ofFirm.get(row.firmId) ?? []).filter(({ packageCode }) => packageCode === row.packageCode);
    if (had.some((each) => chosen.has(each.editionId) && holdsPlace(each))) continue;
    const hindrance = hindranceOf(row, had, chosen, now);
    if (hindrance === undefined) gathered(row).needs.push(describeNeed(row, had, now));
    else hindered.push({ ...wordsOf(row), packageCode: row.packageCode, hindrance });
  }
  return { firms, hindered };
}

function hindranceOf(
  { askedAt, ended }: NeedRow,
  had: readonly PlacementRow[],
  chosen: ReadonlySet<string>,
  now: Date,
): Hindrance | undefined {
  if (had.some(({ status }) => status === 'completed') || ended === 'completed') return 'completed';
  if (had.some(holdsPlace)) return 'has-place';
  if (had.some(({ status, editionId }) => status === 'waiting' && !chosen.has(editionId))) return 'waits-elsewhere';
  const saidNo = had.filter(({ status, reason }) => isRefusal(status, reason));
  const newest = Math.max(...saidNo.map(({ statusSince }) => statusSince.getTime()));
  if (newest > now.getTime() - noStandsDays * dayMs && newest > (askedAt?.getTime() ?? 0)) return 'said-no';
  return ended !== null && askedAt === null ? 'request-ended' : undefined;
}

function describeNeed(
  { packageCode, rank, need, askedAt }: NeedRow,
  had: readonly PlacementRow[],
  now: Date,
): PlanNeed {
  const waiting = had.find(({ status }) => status === 'waiting');
  const since = [askedAt, waiting?.waitingSince ?? null].flatMap((each) => (each === null ? [] : [each.getTime()]));
  const known = rank === 1 || rank === 2 || rank === 3 ? rank : 'considered';
  return {
    packageCode,
    fit: fitPartsOf(known, need ?? undefined),
    waitingDays: since.length === 0 ? null : Math.max(0, Math.floor((now.getTime() - Math.min(...since)) / dayMs)),
    waitsFor: waiting?.editionId ?? null,
  };
}

type Described = {
  readonly row: EditionRow;
  readonly placements: readonly PlacementRow[];
  readonly seat: Position | null;
};

function describeEdition({ packages }: Catalogue, { row, placements, seat }: Described): EditionBody {
  const unseen = placements.filter(
    (each) => each.editionId === row.editionId && holdsPlace(each) && each.facts === null,
  ).length;
  const exact =
    row.latitude === null || row.longitude === null ? seat : { latitude: row.latitude, longitude: row.longitude };
  return {
    editionId: row.editionId,
    packageName: nameOf(packages, row.packageCode),
    name: row.name,
    municipality: row.municipality,
    unseen,
    facts: {
      editionId: row.editionId,
      packageCode: row.packageCode,
      places: Math.max(0, row.places - unseen),
      minimumGroup: Math.max(0, row.minimumGroup - unseen),
      period: { from: row.startsOn, to: row.endsOn },
      position: row.isOnline ? null : exact,
    },
  };
}

/** Places of the packages in other editions, by the county of those firms that are known. */
function countServed(
  placements: readonly PlacementRow[],
  editionIds: readonly string[],
  packages: readonly string[],
): PlanProblem['servedBefore'] {
  const before = placements.filter(
    (each) =>
      !editionIds.includes(each.editionId) &&
      packages.includes(each.packageCode) &&
      (holdsPlace(each) || each.status === 'completed'),
  );
  const countOf = (county: string): number => before.filter(({ facts }) => facts?.county === county).length;
  const [varmland, dalarna, gavleborg] = counties;
  return { [varmland]: countOf(varmland), [dalarna]: countOf(dalarna), [gavleborg]: countOf(gavleborg) };
}
