import { useLingui } from '@lingui/react/macro';
import { Link } from '../../ui/link/link.tsx';
import styles from './achievement.module.css';
import { type Period, writePeriod } from './period.ts';

/** Calendar years and everything: no others, so that none can be subtracted from another. */
export function PeriodChoice({ years, current }: { years: readonly number[]; current: Period }) {
  const { t } = useLingui();
  const periods: Period[] = [null, ...years.toReversed()];
  return (
    <nav aria-label={t`Period`}>
      <ul className={styles.periods}>
        {periods.map((period) => (
          <li key={period}>
            <Link
              to={{ search: writePeriod(period) }}
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
