import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { paths } from '../paths.ts';
import styles from './site-header.module.css';
import type { VisitNow } from './use-visit.ts';

/** Is fetched on devices that are handed over, and on no others. */
const VisitIdle = lazy(async () => ({ default: (await import('./visit-idle.tsx')).VisitIdle }));

/** On a device that an adviser has handed over: whose it is just now, and the way to end that, on every page. */
export function VisitStrip({ visit }: { visit: VisitNow }) {
  const { t } = useLingui();
  if (!visit.isOn) return null;
  return (
    <>
      <aside className={styles.demo} aria-label={t`The device`}>
        <Trans>This device is lent to you.</Trans>{' '}
        <span className={styles.demoLinks}>
          <Link to={paths.endVisit()}>
            <Trans>Take your answers along and finish</Trans>
          </Link>
        </span>
      </aside>
      <Suspense fallback={null}>
        <VisitIdle secondsLeft={visit.secondsLeft} />
      </Suspense>
    </>
  );
}
