import { vi } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { problemOf } from '#server/platform/http/problem-details.ts';
import * as contract from '#shared/contracts/editing.ts';
import type { Endpoint } from '#shared/contracts/endpoint.ts';
import { draftIdSchema, instrumentVersionIdSchema } from '#shared/contracts/identifiers.ts';
import type { ProblemCode } from '#shared/contracts/problem.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { DefinitionIssue } from '#shared/domain/instrument/definition-issue.ts';
import { applyEdit, contentAt } from '#shared/domain/instrument/draft/apply-edit.ts';
import { checkDraft } from '#shared/domain/instrument/draft/check-draft.ts';
import { type Draft, draftSchema } from '#shared/domain/instrument/draft/draft.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { rebaseDraft } from '#shared/domain/instrument/draft/rebase-draft.ts';
import { applyTranslations } from '#shared/domain/instrument/draft/translations.ts';
import type { InstrumentSources } from '#shared/domain/instrument/source.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import { retiredCodesOf } from '#shared/domain/instrument/version/check-change.ts';
import { mapItems } from '#shared/domain/instrument/version/comparability.ts';
import { diffVersions, type Meanings } from '#shared/domain/instrument/version/difference.ts';
import { noRules } from '../../shared/instrument/small-catalogue.ts';
import { draftOf, smallSources } from '../../shared/instrument/small-sources.ts';

const at = '2026-02-03T14:32:00.000Z';
const uuid = (kind: string, number: number) => `${kind.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;

class Refusal extends Error {
  readonly code: ProblemCode;
  readonly members: object;
  constructor(code: ProblemCode, members: object = {}) {
    super(code);
    this.code = code;
    this.members = members;
  }
}

type Input<S> = S extends z.ZodMiniType ? z.output<S> : undefined;
type Route = { endpoint: Endpoint; address: RegExp; handle: (params: unknown, body: unknown) => unknown };
type Call = { name: string; body: unknown };

function route<E extends Endpoint>(
  endpoint: E,
  handle: (params: Input<E['params']>, body: Input<E['body']>) => unknown,
): Route {
  const address = new RegExp(`^${endpoint.path.replaceAll(/:([A-Za-z]+)/g, '(?<$1>[^/]+)')}$`);
  return { endpoint, address, handle: handle as Route['handle'] };
}

/** The server as an editor's pages see it: it keeps versions and drafts, and every rule is the domain's own. */
export class FakeEditorSite {
  readonly requests: Call[] = [];
  readonly drafts = new Map<string, contract.DraftDocument>();
  /** Newest first, as the server lists them. */
  readonly versions: contract.VersionDocument[] = [];
  /** Undefined when nobody is signed in. */
  editorName: string | undefined = 'Ada';
  /** Endpoints, by name, that are refused, and why; `no-reply` when nobody answers. */
  readonly refused = new Map<string, ProblemCode | 'no-reply'>();
  /** What the server finds in a draft beyond the checks that pages make too. */
  readonly foundByServer: DefinitionIssue[] = [];
  #held: Promise<void> = Promise.resolve();

  constructor() {
    vi.stubGlobal('fetch', (address: string, init?: RequestInit) => this.#reply(address, init));
  }

  /** A site with one version and, unless there is to be none, a draft after it. */
  static withDraft(content: Draft = draftOf(smallSources), published: InstrumentSources = smallSources) {
    const site = new FakeEditorSite();
    site.publish(published);
    site.addDraft(content);
    return site;
  }

  publish(sources: InstrumentSources, meanings: Meanings = {}): contract.VersionDocument {
    const definition = assembleDefinition(sources);
    const before = this.versions[0];
    const map =
      before && mapItems(before.definition, definition, diffVersions(before.definition, definition, meanings));
    const versionNumber = this.versions.length + 1;
    const version: contract.VersionDocument = {
      instrumentVersionId: instrumentVersionIdSchema.parse(uuid('a', versionNumber)),
      versionNumber,
      publishedAt: at,
      publishedBy: before === undefined ? null : 'Ada',
      followsVersionId: before?.instrumentVersionId ?? null,
      sha256: String(versionNumber).repeat(64),
      definition,
      itemMap: [...(map ?? [])].map(([itemCode, relation]) => ({ itemCode, relation })),
    };
    this.versions.unshift(version);
    return version;
  }

  addDraft(content: Draft, more: Partial<contract.DraftDocument> = {}): contract.DraftDocument {
    const { instrumentVersionId, versionNumber } = this.#newest();
    const draft: contract.DraftDocument = {
      draftId: draftIdSchema.parse(uuid('d', this.drafts.size + 1)),
      name: 'Våren',
      origin: 'version',
      basedOnVersionId: instrumentVersionId,
      basedOnVersionNumber: versionNumber,
      revision: 1,
      createdAt: at,
      createdBy: 'Ada',
      changedAt: at,
      changedBy: 'Ada',
      content,
      retired: Object.fromEntries(this.#retired()),
      catalogue: noRules,
      ...more,
    };
    this.drafts.set(draft.draftId, draft);
    return draft;
  }

  /** The one draft there is. */
  get draft(): contract.DraftDocument {
    const [draft] = this.drafts.values();
    if (draft === undefined) throw new Error('there is no draft');
    return draft;
  }

  /** Somebody else changes the draft. */
  editElsewhere(edit: DraftEdit, changedBy = 'Bo'): void {
    this.#apply(this.draft, edit, changedBy);
  }

  /** Lets replies wait until the function that is returned is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held = promise;
    return resolve;
  }

  /** Bodies of the requests to an endpoint, in order. */
  sent(name: string): unknown[] {
    return this.requests.filter((request) => request.name === name).map(({ body }) => body);
  }

  #newest(): contract.VersionDocument {
    const [newest] = this.versions;
    if (newest === undefined) throw new Error('nothing is published');
    return newest;
  }

  #retired() {
    const published = this.versions.map(({ definition }) => definition);
    return retiredCodesOf(published.toReversed(), this.#newest().definition);
  }

  #found(draftId: string): contract.DraftDocument {
    const draft = this.drafts.get(draftId);
    if (draft === undefined) throw new Refusal('not-found');
    return draft;
  }

  #version(instrumentVersionId: string): contract.VersionDocument {
    const version = this.versions.find((candidate) => candidate.instrumentVersionId === instrumentVersionId);
    if (version === undefined) throw new Refusal('not-found');
    return version;
  }

  #store(draft: contract.DraftDocument, change: Partial<contract.DraftDocument>) {
    const stored = { ...draft, changedBy: this.editorName ?? '', ...change, revision: draft.revision + 1 };
    this.drafts.set(draft.draftId, stored);
    return stored;
  }

  #apply(draft: contract.DraftDocument, edit: DraftEdit, changedBy: string) {
    const applied = applyEdit(draft.content, edit);
    if (!applied.ok) throw new Refusal('edit-refused');
    return this.#store(draft, { content: applied.draft, changedBy });
  }

  #edit(draftId: string, edit: DraftEdit, seen: unknown) {
    const draft = this.#found(draftId);
    const current = contentAt(draft.content, edit);
    if (canonicalJson(current) !== canonicalJson(seen)) {
      throw new Refusal('draft-conflict', { current, changedBy: draft.changedBy });
    }
    return this.#apply(draft, edit, this.editorName ?? '');
  }

  #publishDraft(draftId: string, revision: number) {
    const draft = this.#found(draftId);
    const before = this.#newest();
    if (draft.revision !== revision || draft.basedOnVersionId !== before.instrumentVersionId) {
      throw new Refusal('draft-outdated');
    }
    const context = {
      before: before.definition,
      retired: this.#retired(),
      catalogue: draft.catalogue,
    };
    const issues = [...checkDraft(draft.content, context), ...this.foundByServer];
    if (issues.length > 0) throw new Refusal('draft-not-publishable', { issues });
    this.drafts.delete(draftId);
    return this.publish(draft.content.sources, draft.content.meanings);
  }

  #import(name: string, yaml: string) {
    const parsed = draftSchema.safeParse(parse(yaml));
    if (!parsed.success) throw new Refusal('file-not-readable');
    return this.addDraft(parsed.data, { name, origin: 'import' });
  }

  /** A workbook of this site is its rows as JSON. */
  #translate(draftId: string, workbookBase64: string) {
    const workbook = new TextDecoder().decode(Uint8Array.from(atob(workbookBase64), (byte) => byte.charCodeAt(0)));
    if (!workbook.startsWith('[')) throw new Refusal('file-not-readable');
    const draft = this.#found(draftId);
    const { draft: content, ...outcome } = applyTranslations(draft.content, JSON.parse(workbook));
    return { ...outcome, draft: this.#store(draft, { content }) };
  }

  #rebase(draftId: string) {
    const now = this.#newest();
    const draft = this.#found(draftId);
    const before = this.#version(draft.basedOnVersionId);
    return this.#store(draft, {
      basedOnVersionId: now.instrumentVersionId,
      basedOnVersionNumber: now.versionNumber,
      content: rebaseDraft(draft.content, sourcesOf(before.definition), sourcesOf(now.definition)),
    });
  }

  readonly #routes: readonly Route[] = [
    route(contract.listVersions, () => ({ versions: this.versions, drafts: [...this.drafts.values()] })),
    route(contract.getVersion, ({ instrumentVersionId }) => this.#version(instrumentVersionId)),
    route(contract.createDraft, (_none, { fromVersionId, name }) =>
      this.addDraft(draftOf(sourcesOf(this.#version(fromVersionId).definition)), { name }),
    ),
    route(contract.importDraft, (_none, { name, yaml }) => this.#import(name, yaml)),
    route(contract.getDraft, ({ draftId }) => this.#found(draftId)),
    route(contract.editDraft, ({ draftId }, { edit, seen }) => this.#edit(draftId, edit, seen)),
    route(contract.rebaseDraft, ({ draftId }) => this.#rebase(draftId)),
    route(contract.removeDraft, ({ draftId }) => ({ isRemoved: this.drafts.delete(draftId) })),
    route(contract.publishDraft, ({ draftId }, { revision }) => this.#publishDraft(draftId, revision)),
    route(contract.importTranslations, ({ draftId }, body) => this.#translate(draftId, body.workbookBase64)),
  ];

  #answer({ endpoint, handle }: Route, params: unknown, body: unknown): Response {
    const code = this.refused.get(endpoint.name);
    if (code === 'no-reply') throw new TypeError('Failed to fetch');
    if (code !== undefined) throw new Refusal(code);
    if (endpoint.access === 'editor' && this.editorName === undefined) throw new Refusal('sign-in-required');
    const status = endpoint.responses[201] === undefined ? 200 : 201;
    const result = handle(params, endpoint.body === undefined ? undefined : z.parse(endpoint.body, body));
    return Response.json(z.parse(endpoint.responses[status] ?? z.never(), result), { status });
  }

  async #reply(address: string, { method = 'GET', body: sent }: RequestInit = {}): Promise<Response> {
    const found = this.#routes.find((each) => each.endpoint.method === method && each.address.test(address));
    if (found === undefined) throw new Error(`there is no ${method} ${address}`);
    const body: unknown = typeof sent === 'string' ? JSON.parse(sent) : undefined;
    this.requests.push({ name: found.endpoint.name, body });
    await this.#held;
    try {
      return this.#answer(found, found.address.exec(address)?.groups, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const problem = { ...problemOf(error.code, 'r-1'), ...error.members };
      return Response.json(problem, { status: problem.status });
    }
  }
}
