import type * as z from 'zod/mini';
import { ruleDraftIdSchema, whatIfRunIdSchema } from '#shared/contracts/identifiers.ts';
import * as rules from '#shared/contracts/rule-drafts.ts';
import * as contract from '#shared/contracts/what-if.ts';
import type { RoutingComparison } from '#shared/domain/routing/compare-routings.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { answering, Refusal } from '../fake-endpoints.ts';
import { FakeCatalogueSite } from './fake-catalogue-site.ts';

const at = '2026-02-03T14:32:00.000Z';
type Run = z.input<typeof contract.whatIfRunSchema>;
type Draft = z.input<typeof rules.ruleDraftSchema>;

export const told: RoutingComparison = {
  firms: 45,
  withoutContext: 10,
  otherSet: 20,
  otherFirst: null,
  packages: [{ code: 'help', gained: 15, lost: null }],
  gaps: [],
};

/** The draft of the rules and what is counted of it, as the server keeps them; the worker does what the test says. */
export class FakeRulesSite {
  draft: Draft | null = {
    ruleDraftId: ruleDraftIdSchema.parse(uuid('e', 9)),
    changes: { isOff: {}, numbers: { 'ranking/minimumNeed': 2 } },
    revision: 3,
    changedAt: at,
    changedBy: 'Ada Ek',
  };
  run: Run | null = null;
  counted: Run | null = null;
  leftToday = 10;
  /** What is asked for has been counted on the day. */
  repeats = false;
  /** A colleague throws the draft away just before it is asked what it would change. */
  endsWhenAsked = false;
  readonly catalogue: FakeCatalogueSite = new FakeCatalogueSite([
    answering(rules.getRules, () => ({
      catalogueVersionId: uuid('d', 5),
      versionNumber: this.catalogue.versionNumber,
      draft: this.draft,
    })),
    answering(rules.saveRuleDraft, ({ body }) => {
      this.draft = { ...this.#found(), changes: body.changes, revision: body.revision + 1 };
      return this.draft;
    }),
    answering(contract.getWhatIf, () => {
      if (this.endsWhenAsked) this.draft = null;
      this.#found();
      return this.#document();
    }),
    answering(contract.startWhatIf, ({ body }) => {
      if (this.leftToday === 0) throw new Refusal('too-many-what-ifs');
      this.leftToday -= 1;
      this.run = {
        whatIfRunId: whatIfRunIdSchema.parse(uuid('f', 1)),
        status: 'waiting',
        draftRevision: body.revision,
        versionNumber: body.versionNumber,
        isOutdated: false,
        tenths: 0,
        startedAt: at,
        startedBy: 'Ada Ek',
        countedAt: null,
        isRepeated: false,
        comparison: null,
      };
      if (this.repeats) this.settle(told, { isRepeated: true });
      return this.#document();
    }),
    answering(contract.stopWhatIf, () => {
      this.become({ status: 'stopped' });
      this.leftToday += 1;
      return this.#document();
    }),
  ]);

  get server() {
    return this.catalogue.server;
  }

  become(part: Partial<Run>): void {
    if (this.run === null) throw new Error('nobody has asked');
    this.run = { ...this.run, ...part };
    if (this.run.status === 'done') this.counted = this.run;
  }

  /** The worker has counted. */
  settle(comparison: RoutingComparison = told, part: Partial<Run> = {}): void {
    this.become({ status: 'done', tenths: 10, countedAt: at, comparison, ...part });
  }

  #document() {
    return {
      run: this.run,
      counted: this.counted,
      leftToday: this.leftToday,
      mostPerDay: 10,
      rules: { fewest: 10, fewestOutside: 3, step: 5 },
    };
  }

  #found(): Draft {
    if (this.draft === null) throw new Refusal('not-found');
    return this.draft;
  }
}
