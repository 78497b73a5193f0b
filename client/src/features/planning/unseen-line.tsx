import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

/** That some places are taken by firms that no plan can be made for. */
export function UnseenLine({ unseen, className }: { unseen: number; className?: string | undefined }) {
  const { t } = useLingui();
  if (unseen === 0) return null;
  return (
    <p className={className}>
      {t`${plural(unseen, {
        one: '# of the places has a firm that does not share its results.',
        other: '# of the places have firms that do not share their results.',
      })}`}
    </p>
  );
}
