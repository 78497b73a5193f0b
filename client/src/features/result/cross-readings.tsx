import { Trans, useLingui } from '@lingui/react/macro';
import { useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';

/** What the rules across dimensions see when several areas are read together; nothing where none of them fired. */
export function CrossReadings() {
  const { t } = useLingui();
  const localise = useLocalised();
  const { readings } = useResult().result;
  if (readings.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3>
        <Trans>When your answers are read together</Trans>
      </h3>
      <ul>
        {readings.map(({ ruleId, name, why }) => (
          <li key={ruleId}>
            <strong>{localise(name)}.</strong> {localise(why)}
          </li>
        ))}
      </ul>
      <Details summary={t`What these readings rest on`} onPaper="as-left">
        <ul>
          {readings.map(({ ruleId, name, restsOn }) => (
            <li key={ruleId}>
              <Trans>
                {localise(name)}, rule {ruleId}: {localise(restsOn)}.
              </Trans>
            </li>
          ))}
        </ul>
      </Details>
    </div>
  );
}
