import type { ActivityRow } from '#shared/contracts/follow-up.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import styles from './follow-up.module.css';

/** An activity where it is told of: only its own region's leads on to its page. */
export function ActivityName({
  row,
  organisationId,
  hrefs,
}: {
  row: ActivityRow;
  organisationId: string;
  hrefs: { activity: (organisationId: string, activityId: string) => string };
}) {
  const localise = useLocalised();
  const name = localise(row.activity.name);
  return (
    <span className={styles.named}>
      {row.isOwn ? <Link to={hrefs.activity(organisationId, row.activityId)}>{name}</Link> : <span>{name}</span>}
      <SimulatedTag isSimulated={row.isSimulated} />
    </span>
  );
}
