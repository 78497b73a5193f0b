import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { Config } from '#server/config.ts';
import type { DraftDocument, DraftSummary, VersionSummary } from '#shared/contracts/editing.ts';
import { contentAt } from '#shared/domain/instrument/draft/apply-edit.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { DimensionSource, ItemSource } from '#shared/domain/instrument/source.ts';
import { start } from './answering.ts';
import { noTenant } from './endpoint-families.ts';
import { expectProblem } from './expect-problem.ts';
import { sessionCookieName, signedIn, signedInAs, signedInOwner } from './people.ts';
import type { TestApp, TestParts } from './test-app.ts';
import { startTestApp } from './test-app.ts';
import { createTestClock } from './test-clock.ts';
import type { Visit, Visitor } from './visitor.ts';

/** An application whose clock agrees with the database's, by which sessions end. */
export function startEditingApp(changes: Partial<Config> = {}, parts: TestParts = {}): Promise<TestApp> {
  return startTestApp(changes, { clock: createTestClock(new Date().toISOString()), ...parts });
}

/** An editor of the coordination, signed in with a second factor. */
export async function signIn(site: TestApp, editorName = 'Ada'): Promise<Visitor> {
  return (await signedInAs(site, 'editor', { name: editorName })).visitor;
}

/** The families that are alike for every endpoint of editors. */
export function closedToOthers(siteOf: () => TestApp, visit: () => Promise<Visit>) {
  return {
    'refuses who has no key': async () => {
      const unknownKey = { cookie: `${sessionCookieName}=${'x'.repeat(43)}` };
      const stranger = siteOf().newVisitor();
      expectProblem(await stranger.send(await visit()), 401, 'sign-in-required');
      expectProblem(await stranger.send({ ...(await visit()), headers: unknownKey }), 401, 'sign-in-required');
    },
    'refuses the wrong role': async () => {
      const site = siteOf();
      const others = [
        await signedIn(site),
        await signedInOwner(site),
        await signedInAs(site, 'administrator'),
        await signedInAs(site, 'manager'),
        await signedInAs(site, 'analyst'),
      ];
      for (const { visitor } of others) expectProblem(await visitor.send(await visit()), 404, 'not-found');
      const half = await signedInAs(site, 'editor', { hasSecondFactor: false });
      expectProblem(await half.visitor.send(await visit()), 403, 'second-factor-required');
      const respondent = site.newVisitor();
      await start(respondent);
      expectProblem(await respondent.trespass(await visit()), 401, 'sign-in-required');
    },
    'hides what belongs to another firm': noTenant,
  };
}

type Listing = { versions: [VersionSummary, ...VersionSummary[]]; drafts: DraftSummary[] };

export async function listing(editor: Visitor): Promise<Listing> {
  return (await editor.get('/api/editor/versions')).json<Listing>();
}

export const ofDraft = (draftId: string, rest = '') => `/api/editor/drafts/${draftId}${rest}`;

/** A draft with the words of a version, the newest unless given. */
export async function newDraft(editor: Visitor, fromVersionId?: string): Promise<string> {
  const from = fromVersionId ?? (await listing(editor)).versions[0].instrumentVersionId;
  const reply = await editor.post('/api/editor/drafts', { fromVersionId: from, name: 'Våren' });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<DraftSummary>().draftId;
}

export async function readDraft(editor: Visitor, draftId: string): Promise<DraftDocument> {
  const reply = await editor.get(ofDraft(draftId));
  expect(reply.statusCode, reply.body.slice(0, 1000)).toBe(200);
  return reply.json<DraftDocument>();
}

const sectionOf = (code: string): string => code.split('.')[0] ?? '';

export function findItem({ sources }: Draft, code: string): ItemSource | undefined {
  const sections = [...sources.dimensions, ...sources.blocks];
  return sections.find((section) => section.code === sectionOf(code))?.items.find((item) => item.code === code);
}

export function itemOf(draft: Draft, code: string): ItemSource {
  const item = findItem(draft, code);
  if (item === undefined) throw new Error(`the draft has no item ${code}`);
  return item;
}

export function dimensionOf({ sources }: Draft, code: string): DimensionSource {
  const dimension = sources.dimensions.find((candidate) => candidate.code === code);
  if (dimension === undefined) throw new Error(`the draft has no dimension ${code}`);
  return dimension;
}

const isStatement = ({ kind }: DraftEdit) => kind === 'meaning' || kind === 'translation-confirmed';

/** Statements are made about what stands in the draft now, unless something else was seen. */
async function whatWasSeen(editor: Visitor, draftId: string, edit: DraftEdit, seen: unknown): Promise<unknown> {
  const read = async () => (await readDraft(editor, draftId)).content;
  if (seen === undefined && isStatement(edit)) return contentAt(await read(), edit);
  if (edit.kind !== 'item' || edit.meaning === undefined || typeof seen !== 'object' || seen === null) return seen;
  return { meaning: (await read()).meanings[edit.item.code] ?? null, ...seen };
}

export async function sendEdit(
  editor: Visitor,
  draftId: string,
  edit: DraftEdit,
  seen?: unknown,
): Promise<LightMyRequestResponse> {
  const found = await whatWasSeen(editor, draftId, edit, seen);
  return editor.post(ofDraft(draftId, '/edits'), { edit, seen: found ?? null });
}

/** The draft after an edit that must succeed. */
export async function applied(
  editor: Visitor,
  draftId: string,
  edit: DraftEdit,
  seen?: unknown,
): Promise<DraftDocument> {
  const reply = await sendEdit(editor, draftId, edit, seen);
  expect(reply.statusCode, reply.body.slice(0, 1000)).toBe(200);
  return reply.json<DraftDocument>();
}

type Meaning = Draft['meanings'][string];

export function editOf(item: ItemSource, meaning?: Meaning): DraftEdit {
  return { kind: 'item', section: sectionOf(item.code), item, ...(meaning === undefined ? {} : { meaning }) };
}

/** Adds a mark to the question of an item in both languages. */
export async function reword(
  editor: Visitor,
  draftId: string,
  code: string,
  mark: string,
  meaning: Meaning | 'unsaid' = 'kept',
): Promise<DraftDocument> {
  const seen = itemOf((await readDraft(editor, draftId)).content, code);
  const question = { sv: `${seen.question.sv} ${mark}`, en: `${seen.question.en} ${mark}` };
  return applied(editor, draftId, editOf({ ...seen, question }, meaning === 'unsaid' ? undefined : meaning), seen);
}

export async function sendPublication(editor: Visitor, draftId: string): Promise<LightMyRequestResponse> {
  const { revision } = await readDraft(editor, draftId);
  return editor.post(ofDraft(draftId, '/publication'), { revision });
}

export async function published(editor: Visitor, draftId: string): Promise<VersionSummary> {
  const reply = await sendPublication(editor, draftId);
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<VersionSummary>();
}

type Issue = { code: string; path: string };

/** What keeps the draft from being published, as `code path`. */
export async function issuesOf(editor: Visitor, draftId: string): Promise<string[]> {
  const reply = await sendPublication(editor, draftId);
  expectProblem(reply, 409, 'draft-not-publishable');
  return reply.json<{ issues: Issue[] }>().issues.map(({ code, path }) => `${code} ${path}`);
}
