import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import {
  type DraftDocument,
  draftConflictSchema,
  type VersionDocument,
  type VersionSummary,
} from '#shared/contracts/editing.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { DefinitionIssue } from '#shared/domain/instrument/definition-issue.ts';
import { checkDraft } from '#shared/domain/instrument/draft/check-draft.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { UnsavedGuard } from '../../ui/dialog/unsaved-guard.tsx';
import { fetchDraft, fetchVersion, fetchVersions, sendEdit } from './api.ts';
import { distinctIssues } from './distinct-issues.ts';

export type DraftHrefs = {
  versions: string;
  version: (instrumentVersionId: string) => string;
  draft: string;
  section: (section: string) => string;
  item: (section: string, code: string) => string;
  newItem: (section: string) => string;
  rules: string;
  difference: string;
  preview: string;
};

export type LoadedDraft = {
  draft: DraftDocument;
  /** The version the draft is to follow. */
  before: VersionDocument;
  /** All published versions, newest first. */
  versions: readonly VersionSummary[];
};

/** What somebody else has written at the place meanwhile. */
export type DraftConflict = { readonly current: unknown; readonly changedBy: string };

export type Sent =
  | { readonly ok: true; readonly draft: DraftDocument }
  | { readonly ok: false; readonly conflict: DraftConflict };

export type Editing = LoadedDraft & {
  definition: Definition;
  /** What keeps the draft from being published, as it is stored now. */
  issues: readonly DefinitionIssue[];
  hrefs: DraftHrefs;
  /** Stores one change, or gives what somebody else has put there first. Throws when neither could be learned. */
  send: (edit: DraftEdit, seen: unknown) => Promise<Sent>;
  replace: (draft: DraftDocument) => void;
  /** Fetches what others have stored meanwhile. */
  reload: () => Promise<void>;
};

const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (editing === null) throw new Error('This page belongs inside DraftProvider.');
  return editing;
}

export async function loadDraft(draftId: string): Promise<LoadedDraft> {
  const [draft, { versions }] = await Promise.all([fetchDraft(draftId), fetchVersions()]);
  return { draft, versions, before: await fetchVersion(draft.basedOnVersionId) };
}

function conflictIn(error: unknown): DraftConflict | undefined {
  if (!(error instanceof ProblemError) || error.code !== 'draft-conflict') return undefined;
  const { data } = draftConflictSchema.safeParse(error.document);
  return { current: data?.current ?? null, changedBy: data?.changedBy ?? '' };
}

/**
 * What was seen at a place, as `contentAt` has it: with an item whose meaning is stated goes what was stated before,
 * which is what the page shows unless a conflict or the last answer has said.
 */
function withStated(edit: DraftEdit, seen: unknown, { content }: DraftDocument): unknown {
  if (edit.kind !== 'item' || typeof seen !== 'object' || seen === null) return seen;
  const { meaning = content.meanings[edit.item.code] ?? null, ...item } = seen as { meaning?: unknown };
  return edit.meaning === undefined ? item : { ...item, meaning };
}

export type DraftProviderProps = { loaded: LoadedDraft; hrefs: DraftHrefs; children: ReactNode };

export function DraftProvider({ loaded: first, hrefs, children }: DraftProviderProps) {
  const [loaded, setLoaded] = useState(first);
  const value = useMemo((): Editing => {
    const { draft, before, versions } = loaded;
    const replace = (stored: DraftDocument) => setLoaded((known) => ({ ...known, draft: stored }));
    const context = {
      before: before.definition,
      retired: new Map(Object.entries(draft.retired)),
      catalogue: draft.catalogue,
    };
    return {
      draft,
      before,
      versions,
      definition: assembleDefinition(draft.content.sources),
      issues: distinctIssues(checkDraft(draft.content, context)),
      hrefs,
      replace,
      reload: async () => setLoaded(await loadDraft(draft.draftId)),
      send: async (edit, seen) => {
        try {
          const stored = await sendEdit(draft.draftId, edit, withStated(edit, seen ?? null, draft));
          replace(stored);
          return { ok: true, draft: stored };
        } catch (error) {
          const conflict = conflictIn(error);
          if (conflict === undefined) throw error;
          return { ok: false, conflict };
        }
      },
    };
  }, [loaded, hrefs]);
  return (
    <EditingContext value={value}>
      <UnsavedGuard>{children}</UnsavedGuard>
    </EditingContext>
  );
}
