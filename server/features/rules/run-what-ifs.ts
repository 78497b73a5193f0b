import { setImmediate } from 'node:timers/promises';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { compareRouting, type RoutingChange, tellChanges } from '#shared/domain/routing/compare-routings.ts';
import { withRuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PublishedContent } from '../../platform/content/published-content.ts';
import type { Database, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { describeFault } from '../../platform/describe-fault.ts';
import type { Identifiers } from '../../platform/identifier.ts';
import { tellProgress, type Watched } from '../../platform/workers/tell-progress.ts';
import {
  type ClaimedRun,
  claimWhatIf,
  listResults,
  noteWhatIf,
  putBackWhatIf,
  settleWhatIf,
} from './what-if-run-repository.ts';

export type WhatIfParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly identifiers: Identifiers;
  readonly published: PublishedContent;
  readonly log: { error(fault: object, message: string): void };
};

const batch = 20;
/** Much longer than from one note of how far it is to the next. */
const leaseSeconds = 30;

/** Counts what the draft would change that an editor waits for. Resolves to whether there was one. */
export async function runWhatIfs(parts: WhatIfParts, stop: AbortSignal): Promise<boolean> {
  const { clock, identifiers, log } = parts;
  const run = await asWorker(parts, (tx) =>
    claimWhatIf(tx, { claimId: identifiers.newId(), leaseSeconds, now: clock.now() }),
  );
  if (run === undefined) return false;
  const note = (done: number) => asWorker(parts, (tx) => noteWhatIf(tx, run, { done, leaseSeconds }));
  const logFault = (error: unknown) => log.error(describeFault(error), 'counting what rules would change met a fault');
  await tellProgress({ note, stop, logFault }, async (watched) => {
    try {
      const changes = await compareAll(parts, run, watched);
      if (changes !== null) await settle(parts, run, changes);
      else if (stop.aborted) await asWorker(parts, (tx) => putBackWhatIf(tx, run));
    } catch (error) {
      await settle(parts, run, null);
      throw error;
    }
  });
  return true;
}

const asWorker = <T>({ database }: WhatIfParts, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  inTransaction(database, { surface: 'worker' }, work, { isRetriable: true });

async function settle(parts: WhatIfParts, run: ClaimedRun, changes: readonly RoutingChange[] | null): Promise<void> {
  const comparison = changes === null ? null : tellChanges(changes, run.rules);
  await asWorker(parts, (tx) => settleWhatIf(tx, run, { comparison, now: parts.clock.now() }));
}

/** A batch at a time; null when nobody waits for it any more. */
async function compareAll(
  parts: WhatIfParts,
  run: ClaimedRun,
  { signal, onStep }: Watched,
): Promise<RoutingChange[] | null> {
  const catalogues = await cataloguesOf(parts, run);
  const changes: RoutingChange[] = [];
  for (let after = 0; after < run.results; after += batch) {
    changes.push(...(await compareBatch(parts, run, { ...catalogues, after })));
    if (signal.aborted) return null;
    // The last one is told by what comes of it: how long it took tells nobody whether there were few firms or none.
    if (after + batch < run.results) onStep(after + batch);
  }
  return changes;
}

type Catalogues = { readonly before: Catalogue; readonly after: Catalogue };

async function cataloguesOf({ published }: WhatIfParts, run: ClaimedRun): Promise<{ catalogues: Catalogues }> {
  const version = await published.findCatalogue(run.catalogueVersionId);
  const after = version === undefined ? undefined : withRuleChanges(version.catalogue, run.changes);
  if (version === undefined || after === undefined) throw new Error('what is to be compared is not there');
  return { catalogues: { before: version.catalogue, after } };
}

async function compareBatch(
  parts: WhatIfParts,
  run: ClaimedRun,
  { catalogues, after }: { readonly catalogues: Catalogues; readonly after: number },
): Promise<RoutingChange[]> {
  const results = await asWorker(parts, (tx) => listResults(tx, run, { after, most: batch }));
  const changes: RoutingChange[] = [];
  for (const { instrumentVersionId, ...firm } of results) {
    const { definition } = await parts.published.instrumentVersion(instrumentVersionId);
    changes.push(compareRouting({ ...firm, structure: definition.structure }, catalogues.before, catalogues.after));
    // Each takes some milliseconds: others are answered in between.
    await setImmediate();
  }
  return changes;
}
