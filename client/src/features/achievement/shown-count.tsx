import { Trans } from '@lingui/react/macro';
import type { ShownCount } from '#shared/domain/achievement/achievement.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden.tsx';

/** What is hidden, and what there is none of. */
export const hiddenMark = '..';

export function useShownCount(): (count: ShownCount) => string {
  const language = useLanguage();
  return (count) => (count === null ? hiddenMark : formatNumber(count, language));
}

/** The mark of what is not shown, and for those who listen what it stands for. */
export function Hidden() {
  return (
    <>
      <span aria-hidden="true">{hiddenMark}</span>
      <VisuallyHidden>
        <Trans>not shown</Trans>
      </VisuallyHidden>
    </>
  );
}

export function Count({ count }: { count: ShownCount }) {
  const shown = useShownCount();
  return count === null ? <Hidden /> : shown(count);
}
