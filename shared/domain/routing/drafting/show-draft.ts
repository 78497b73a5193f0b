import type { Definition } from '../../instrument/definition.ts';
import type { Catalogue } from '../catalogue.ts';
import type { ShownPackage } from '../show-package.ts';
import { showPackage } from '../show-package.ts';
import type { PackageDraft } from './package-draft.ts';

/** A draft as a firm will see it. Where a number is still missing a nought stands. */
export function showDraft(draft: PackageDraft, catalogue: Catalogue, texts: Definition['texts']): ShownPackage {
  const { groupSize, durationWeeks, priority, ...rest } = draft;
  const group = groupSize === null ? null : { minimum: groupSize.minimum ?? 0, maximum: groupSize.maximum ?? 0 };
  return showPackage(
    { ...rest, groupSize: group, durationWeeks: durationWeeks ?? 0, priority: priority ?? 'P1' },
    catalogue,
    texts,
  );
}
