import type { Draft, Pair } from './draft.ts';
import { entriesOf } from './draft.ts';
import type { Lock, PlanEdition, PlanFirm } from './problem.ts';

const none = Number.NEGATIVE_INFINITY;
const any = Number.POSITIVE_INFINITY;

/** Rows for what a plan has to keep to. */
export function addHardRows(draft: Draft): void {
  const { problem } = draft;
  for (const edition of problem.editions) addEditionRows(draft, edition);
  for (const firm of problem.firms) addFirmRows(draft, firm);
  for (const [index, pair] of problem.rules.together.entries())
    if (draft.isActive({ kind: 'together', index })) addTogether(draft, pair);
  for (const [index, pair] of problem.rules.apart.entries())
    if (draft.isActive({ kind: 'apart', index })) addApart(draft, pair);
  for (const [index, lock] of problem.rules.locks.entries())
    if (draft.isActive({ kind: 'lock', index })) addLock(draft, lock);
}

/** A group that gets firms has its minimum, counting those placed before, and no more than its places. */
function addEditionRows(draft: Draft, { editionId, places, minimumGroup }: PlanEdition): void {
  const { writer, isActive } = draft;
  const runs = draft.runs.get(editionId) ?? 0;
  const pairs = draft.pairsIn(editionId);
  const placed = draft.placedIn(editionId).length;
  const free = isActive({ kind: 'places', editionId }) ? Math.min(pairs.length, places - placed) : pairs.length;
  writer.row(none, 0, [...entriesOf(pairs), [runs, -Math.max(0, free)]]);
  const missing = minimumGroup - placed;
  if (missing > 0 && isActive({ kind: 'minimum', editionId }))
    writer.row(0, any, [...entriesOf(pairs), [runs, -missing]]);
  if (draft.problem.rules.mustRun.includes(editionId) && isActive({ kind: 'run', editionId }))
    writer.row(1, any, [[runs, 1]]);
}

function addFirmRows(draft: Draft, firm: PlanFirm): void {
  const pairs = draft.pairsOf(firm.firmId);
  if (pairs.length === 0) return;
  const { editionsPerFirm } = draft.problem.rules;
  const isOnce = draft.isActive({ kind: 'once', firmId: firm.firmId });
  if (isOnce) addOnce(draft, firm, pairs);
  // At most one edition in all already keeps a firm from two at a time.
  const isImplied = isOnce && editionsPerFirm === 1;
  if (!isImplied && draft.isActive({ kind: 'dates', firmId: firm.firmId })) addDates(draft, pairs);
}

function addOnce({ problem, writer }: Draft, firm: PlanFirm, pairs: readonly Pair[]): void {
  const left = problem.rules.editionsPerFirm - firm.placedIn.length;
  if (pairs.length > left) writer.row(none, Math.max(0, left), entriesOf(pairs));
  const hadPackages = new Set(
    problem.editions.filter(({ editionId }) => firm.placedIn.includes(editionId)).map(({ packageCode }) => packageCode),
  );
  for (const [packageCode, group] of Map.groupBy(pairs, ({ edition }) => edition.packageCode)) {
    const most = hadPackages.has(packageCode) ? 0 : 1;
    if (group.length > most) writer.row(none, most, entriesOf(group));
  }
}

/** Of the editions under way on the first day of any of them, one at most: that covers every overlap. */
function addDates({ writer }: Draft, pairs: readonly Pair[]): void {
  for (const day of new Set(pairs.map(({ edition }) => edition.period.from))) {
    const underWay = pairs.filter(({ edition: { period } }) => period.from <= day && day <= period.to);
    if (underWay.length > 1) writer.row(none, 1, entriesOf(underWay));
  }
}

/** Where the firm is in the edition: a variable, or settled already. */
function placeOf(
  draft: Draft,
  firmId: string,
  editionId: string,
): { readonly pairs: Pair[]; readonly settled: number } {
  const pairs = draft.pairsOf(firmId).filter(({ edition }) => edition.editionId === editionId);
  const isPlaced = draft.placedIn(editionId).some((firm) => firm.firmId === firmId);
  return { pairs, settled: Number(isPlaced) };
}

function addTogether(draft: Draft, [one, other]: readonly [string, string]): void {
  for (const { editionId } of draft.problem.editions) {
    const first = placeOf(draft, one, editionId);
    const second = placeOf(draft, other, editionId);
    const difference = second.settled - first.settled;
    const entries = [...entriesOf(first.pairs), ...entriesOf(second.pairs, -1)];
    if (entries.length > 0 || difference !== 0) draft.writer.row(difference, difference, entries);
  }
}

function addApart(draft: Draft, [one, other]: readonly [string, string]): void {
  for (const { editionId } of draft.problem.editions) {
    const first = placeOf(draft, one, editionId);
    const second = placeOf(draft, other, editionId);
    draft.writer.row(none, 1 - first.settled - second.settled, entriesOf([...first.pairs, ...second.pairs]));
  }
}

function addLock(draft: Draft, lock: Lock): void {
  const editions = draft.problem.editions.filter(
    ({ editionId }) => !('editionId' in lock) || editionId === lock.editionId,
  );
  const places = editions.map(({ editionId }) => placeOf(draft, lock.firmId, editionId));
  const entries = entriesOf(places.flatMap(({ pairs }) => pairs));
  const settled = places.reduce((sum, place) => sum + place.settled, 0);
  const isIn = lock.kind === 'in' || lock.kind === 'somewhere';
  // Nobody is taken out of a place by a plan, so a lock against it holds for what is still open.
  if (isIn) draft.writer.row(1 - settled, any, entries);
  else draft.writer.row(none, 0, entries);
}
