import type { VersionDocument, VersionSummary } from '#shared/contracts/editing.ts';
import { composeItemMaps, type ItemMap } from '#shared/domain/instrument/version/comparability.ts';
import { fetchVersion } from './api.ts';

/** An earlier version beside a later one, and the map that leads from it there. */
export type Lineage = { readonly earlier: VersionDocument; readonly map: ItemMap };

/** The versions that lead to this one, newest first, with itself at the head. */
export function lineOf(versions: readonly VersionSummary[], instrumentVersionId: string): VersionSummary[] {
  const line: VersionSummary[] = [];
  const find = (id: string | null) => versions.find((version) => version.instrumentVersionId === id);
  for (let next = find(instrumentVersionId); next !== undefined; next = find(next.followsVersionId)) line.push(next);
  return line;
}

function mapOf({ itemMap }: VersionDocument): ItemMap {
  return new Map(itemMap.map(({ itemCode, relation }) => [itemCode, relation]));
}

/** The way from an earlier version to a later one; undefined when the later does not come of it. */
export async function loadLineage(
  versions: readonly VersionSummary[],
  earlierId: string,
  laterId: string,
): Promise<Lineage | undefined> {
  const line = lineOf(versions, laterId);
  const steps = line.findIndex(({ instrumentVersionId }) => instrumentVersionId === earlierId);
  if (steps < 0) return undefined;
  const [earlier, ...others] = await Promise.all(
    line
      .slice(0, steps + 1)
      .toReversed()
      .map(({ instrumentVersionId }) => fetchVersion(instrumentVersionId)),
  );
  return earlier && { earlier, map: composeItemMaps(others.map(mapOf)) };
}
