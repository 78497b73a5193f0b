import { Trans } from '@lingui/react/macro';
import { proposedTarget, targetOf } from '#shared/domain/scoring/targets.ts';
import { Link } from '../../ui/link/link.tsx';
import { RulerSign } from '../../ui/ruler/ruler-sign.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { useMaySetTargets, useTargetAreas, useTargets } from './targets.tsx';

/** Whose the targets are that are shown here. */
export function WhoseTargets() {
  const { targets, isUnknown } = useTargets();
  const areas = useTargetAreas();
  const all = areas.length;
  const own = areas.filter((code) => !targetOf(code, targets).isProposal).length;
  if (isUnknown) {
    return (
      <Trans>
        Whether you have set targets of your own could not be fetched just now. What is shown is the proposal: level{' '}
        {proposedTarget}, where a practice holds without whoever began it.
      </Trans>
    );
  }
  if (own === 0) {
    return <Trans>It is a proposal: level {proposedTarget}, where a practice holds without whoever began it.</Trans>;
  }
  if (own === all) return <Trans>You have set it yourselves, in every area.</Trans>;
  return (
    <Trans>
      You have set it yourselves in {own} of {all} areas. In the others it is a proposal: level {proposedTarget}, where
      a practice holds without whoever began it.
    </Trans>
  );
}

/** The way to where targets are set, for whoever may. On paper there is no such place. */
export function SetTargetsLink() {
  const { targets } = useTargets();
  const maySet = useMaySetTargets();
  if (!maySet) return null;
  return (
    <span className={styles.onScreen}>
      <Link to="#targets">
        {targets.length === 0 ? <Trans>Set targets of your own</Trans> : <Trans>Change your targets</Trans>}
      </Link>
    </span>
  );
}

/** What the flag on every rule is, and whose. */
export function TargetLegend() {
  const { hrefs } = useResult();
  return (
    <p className={styles.sign}>
      <RulerSign of="target" />
      <span>
        <Trans>The flag is the target.</Trans> <WhoseTargets />{' '}
        <Trans>What is surely furthest below it stands first.</Trans>{' '}
        {hrefs.own === null && <Trans>Targets that a firm may have set itself are shown to the firm alone.</Trans>}
        <SetTargetsLink />
      </span>
    </p>
  );
}
