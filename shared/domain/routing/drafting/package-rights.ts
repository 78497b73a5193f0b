import { isSameJson } from '../../canonical-json.ts';

/** Who changes a package: the coordination's editors, or the people of one provider. */
export type PackageEditor = { readonly kind: 'coordination' } | { readonly kind: 'provider'; readonly code: string };

type Offered = { readonly providers: readonly string[]; readonly isOutOfUse?: boolean | undefined };

/** Whether a draft of it can be made: by editors of every package, by a provider of those that it gives. */
export function mayDraft(editor: PackageEditor, published: Offered): boolean {
  return editor.kind === 'coordination' || published.providers.includes(editor.code);
}

export const rightsIssues = ['not-a-provider', 'others-place', 'others-under-way'] as const;
export type RightsIssue = (typeof rightsIssues)[number];

/**
 * What keeps the editor from publishing the change. Everything that is said of a package may be changed by each provider
 * of it. The place of the others is not theirs to change, since the order of the providers settles which one a firm
 * meets: a provider may leave the list and add others at its end, no more. Nor may it end a package that others give.
 */
export function rightsIssueOf(
  editor: PackageEditor,
  before: Offered | undefined,
  after: Offered,
): RightsIssue | undefined {
  if (editor.kind === 'coordination') return undefined;
  const { code } = editor;
  if (before === undefined) return after.providers[0] === code ? undefined : 'not-a-provider';
  if (!before.providers.includes(code)) return 'not-a-provider';
  const isEnding = (before.isOutOfUse ?? false) !== (after.isOutOfUse ?? false);
  if (isEnding && before.providers.length > 1) return 'others-under-way';
  const stays = after.providers.slice(0, before.providers.length);
  const leaves = before.providers.filter((each) => each !== code);
  const isLeaving = isSameJson(after.providers.slice(0, leaves.length), leaves) && !after.providers.includes(code);
  return isSameJson(stays, before.providers) || isLeaving ? undefined : 'others-place';
}
