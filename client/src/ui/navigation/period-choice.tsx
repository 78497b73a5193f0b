import { useLingui } from '@lingui/react/macro';
import { Link } from '../link/link.tsx';
import styles from './period-choice.module.css';

export type PeriodChoiceProps = {
  years: readonly number[];
  /** A calendar year, or null for everything since the start. */
  current: number | null;
  /** The part of the address after `?` that leads to a period. */
  searchOf: (period: number | null) => string;
};

/** Calendar years and everything: no others, so that none can be subtracted from another. */
export function PeriodChoice({ years, current, searchOf }: PeriodChoiceProps) {
  const { t } = useLingui();
  const periods = [null, ...years.toReversed()];
  return (
    <nav aria-label={t`Period`}>
      <ul className={styles.periods}>
        {periods.map((period) => (
          <li key={period}>
            <Link
              to={{ search: searchOf(period) }}
              aria-current={period === current ? 'page' : undefined}
              preventScrollReset
              replace
            >
              {period ?? t`Since the start`}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
