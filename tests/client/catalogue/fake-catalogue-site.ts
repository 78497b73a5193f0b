import type * as z from 'zod/mini';
import * as contract from '#shared/contracts/catalogue.ts';
import { packageDraftIdSchema } from '#shared/contracts/identifiers.ts';
import { isSameJson } from '#shared/domain/canonical-json.ts';
import { blankDraft, draftOf, type PackageDraft, packageOf } from '#shared/domain/routing/drafting/package-draft.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import { help, small } from '../../shared/routing/small-catalogue.ts';
import { ladder, structureOf } from '../../support/small-instrument.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';

const at = '2026-02-03T14:32:00.000Z';
const both = (sv: string) => ({ sv, en: `${sv} (en)` });
const compare = { organisationId: uuid('b', 1), kind: 'provider' as const, code: 'compare', name: both('Compare') };
const versionId = uuid('d', 5);

type Document = z.input<typeof contract.packageDraftDocumentSchema>;
type Change = z.input<typeof contract.packageHistorySchema>['changes'][number];

/** A package in use of the one organisation that edits here. */
export const inUse: Package = { ...help, name: both('Hjälp till start'), summary: both('Ni får hjälp.') };

/** Packages and drafts as the server keeps them. */
export class FakeCatalogueSite {
  packages: Package[] = [inUse];
  versionNumber = 7;
  readonly drafts = new Map<string, Document>();
  changes: Change[] = [];
  readonly server: FakeEndpoints;
  readonly #endpoints = [
    answering(contract.getCatalogue, () => ({
      catalogueVersionId: versionId,
      versionNumber: this.versionNumber,
      catalogue: {
        ...small,
        providers: small.providers.flatMap((each) => [each, { ...each, code: 'second', name: both('Den andra') }]),
        packages: this.packages,
      },
      structure: structureOf([ladder('D1.1'), ladder('D1.2')]),
      texts: { sv: {}, en: {} },
      supportForms: [{ code: 'S1', name: both('Rådgivning') }],
      organisations: [compare],
      drafts: [...this.drafts.values()],
    })),
    answering(contract.createPackageDraft, ({ body: { name } }) =>
      this.addDraft(blankDraft('new-one', name, 'compare')),
    ),
    answering(contract.changePackage, ({ params: { packageCode } }) => {
      const found = this.packages.find(({ code }) => code === packageCode);
      if (found === undefined) throw new Refusal('not-found');
      return this.addDraft(draftOf(found), found);
    }),
    answering(contract.getPackageDraft, ({ params }) => this.#found(params.packageDraftId)),
    answering(contract.savePackageDraft, ({ params, body }) => {
      const draft = this.#found(params.packageDraftId);
      const isSeen = !body.followsNewest || body.versionNumber === this.versionNumber;
      if (draft.revision !== body.revision || !isSeen) throw new Refusal('draft-conflict', [], { draft });
      const base = body.followsNewest ? draft.current : draft.base;
      return this.#store({ ...draft, base, content: body.content, changedBy: 'Ada Ek' });
    }),
    answering(contract.removePackageDraft, ({ params, body }) => {
      if (this.#found(params.packageDraftId).revision !== body.revision) throw new Refusal('draft-outdated');
      return { isRemoved: this.drafts.delete(params.packageDraftId) };
    }),
    answering(contract.publishPackage, ({ params, body }) => {
      const draft = this.#found(params.packageDraftId);
      if (draft.revision !== body.revision) throw new Refusal('draft-outdated');
      if (!isSameJson(draft.base, draft.current)) throw new Refusal('draft-conflict', [], { draft });
      const published = packageOf(draft.content as PackageDraft);
      if (published === undefined) throw new Refusal('draft-not-publishable');
      this.drafts.delete(params.packageDraftId);
      this.publish(published);
      return { catalogueVersionId: versionId, versionNumber: this.versionNumber, packageCode: published.code };
    }),
    answering(contract.getPackageHistory, () => ({ changes: this.changes, hasMore: false })),
  ];

  /** `more`: what else the server answers. */
  constructor(more: ReturnType<typeof answering>[] = []) {
    this.server = new FakeEndpoints([...this.#endpoints, ...more]);
  }

  addDraft(content: PackageDraft, base: Package | null = null): Document {
    const packageDraftId = packageDraftIdSchema.parse(uuid('e', this.drafts.size + 1));
    return this.#store({
      packageDraftId,
      organisationId: compare.organisationId,
      packageCode: content.code,
      revision: 0,
      changedAt: at,
      changedBy: 'Ada Ek',
      content,
      base,
      current: base,
      versionNumber: this.versionNumber,
      currentBy: null,
    });
  }

  /** The one draft there is. */
  get draft(): Document {
    const [draft] = this.drafts.values();
    if (draft === undefined) throw new Error('there is no draft');
    return draft;
  }

  /** A colleague changes the draft. */
  changeElsewhere(part: Partial<PackageDraft>): void {
    this.#store({ ...this.draft, content: { ...this.draft.content, ...part }, changedBy: 'Bo Lind' });
  }

  /** A provider publishes the package, from a draft of its own or from one of these. */
  publish(published: Package): void {
    const before = this.packages.find(({ code }) => code === published.code) ?? null;
    this.versionNumber += 1;
    this.packages = [...this.packages.filter(({ code }) => code !== published.code), published];
    const change = { kind: before === null ? ('added' as const) : ('changed' as const), before, after: published };
    const by = { organisation: compare.name, person: 'Bo Lind', publishedAt: at, othersAsked: false };
    this.changes = [{ ...change, ...by, versionNumber: this.versionNumber }, ...this.changes];
    for (const draft of this.drafts.values()) {
      if (draft.packageCode !== published.code) continue;
      const now = { current: published, currentBy: both('Triple Steelix'), versionNumber: this.versionNumber };
      this.drafts.set(draft.packageDraftId, { ...draft, ...now });
    }
  }

  #store(draft: Document): Document {
    const stored = { ...draft, revision: draft.revision + 1 };
    this.drafts.set(draft.packageDraftId, stored);
    return stored;
  }

  #found(packageDraftId: string): Document {
    const draft = this.drafts.get(packageDraftId);
    if (draft === undefined) throw new Refusal('not-found');
    return draft;
  }
}
