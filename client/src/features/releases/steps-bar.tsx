import { Trans, useLingui } from '@lingui/react/macro';
import styles from './releases.module.css';

/** How many of its steps a building has taken. */
export function StepsBar({ step, steps }: { step: number; steps: number }) {
  const { t } = useLingui();
  return (
    <div className={styles.progress}>
      <progress className={styles.bar} max={Math.max(steps, 1)} value={step} aria-label={t`How far it is`} />
      <p>
        <Trans>
          {step} of {steps} steps
        </Trans>
      </p>
    </div>
  );
}
