import { useLingui } from '@lingui/react/macro';
import type { LivePlace } from '#shared/contracts/live-place.ts';
import styles from './planning.module.css';
import type { PlanWords } from './use-plan-words.ts';

/** In which other groups a firm has a place, is asked or waits. */
export function ElsewhereLines({ places, words }: { places: readonly LivePlace[]; words: PlanWords }) {
  const { t } = useLingui();
  return places.map((place) => {
    const group = `${words.edition(place)}, ${words.when(place)}`;
    const told = {
      invited: t`Is asked for another group: ${group}`,
      placed: t`Takes part in another group: ${group}`,
      waiting: t`Waits for another group: ${group}`,
    };
    return (
      <p key={place.editionId} className={styles.small}>
        {told[place.status]}
      </p>
    );
  });
}
