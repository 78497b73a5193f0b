import { useEffect, useState } from 'react';
import type { VersionDocument } from '#shared/contracts/editing.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { composeItemMaps, type ItemMap } from '#shared/domain/instrument/version/comparability.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { fetchVersion } from './api.ts';

/** An earlier version, and the maps that lead from it to a later one, oldest first. */
type Lineage = { readonly earlierId: string; readonly before: Definition; readonly maps: readonly ItemMap[] };

function mapOf({ itemMap }: VersionDocument): ItemMap {
  return new Map(itemMap.map(({ itemCode, relation }) => [itemCode, relation]));
}

async function fetchLineage(earlierId: string, later: VersionDocument): Promise<Lineage> {
  const maps: ItemMap[] = [];
  let version = later;
  while (version.instrumentVersionId !== earlierId && version.followsVersionId !== null) {
    maps.unshift(mapOf(version));
    version = await fetchVersion(version.followsVersionId);
  }
  return { earlierId, before: version.definition, maps };
}

export type LineageState = {
  readonly before: Definition | undefined;
  /** From the earlier version over every one between to `after`, with the map that leads there from the later one. */
  readonly mapTo: (last: readonly ItemMap[]) => ItemMap;
  readonly fault: string | undefined;
};

/** The way from an earlier version to a later one that is at hand; fetched anew when another is chosen. */
export function useLineage(earlierId: string, later: VersionDocument): LineageState {
  const say = useProblemWords();
  const [lineage, setLineage] = useState<Lineage>();
  const [fault, setFault] = useState<unknown>();
  useEffect(() => {
    let isWanted = true;
    setFault(undefined);
    fetchLineage(earlierId, later).then(
      (fetched) => isWanted && setLineage(fetched),
      (error: unknown) => isWanted && setFault(error),
    );
    return () => {
      isWanted = false;
    };
  }, [earlierId, later]);
  const current = lineage?.earlierId === earlierId ? lineage : undefined;
  return {
    before: current?.before,
    mapTo: (last) => composeItemMaps([...(current?.maps ?? []), ...last]),
    fault: fault === undefined ? undefined : say(fault),
  };
}
