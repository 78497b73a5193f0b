import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Outcome } from '#shared/domain/cohort/outcome.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import type { PlanView } from './plan-view.ts';

function Proof({ outcome }: { outcome: Extract<Outcome, { status: 'optimal' | 'feasible' }> }) {
  const language = useLanguage();
  if (outcome.status === 'optimal') return <Trans>Proven: no other plan that keeps to this has more points.</Trans>;
  return (
    <Trans>
      Time ran out before it was proven best. No plan has more than {formatNumber(outcome.gapPercent, language, 2)} %
      more points.
    </Trans>
  );
}

/** How good the plan is, or why there is none. */
export function PlanState({ view }: { view: PlanView }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { status, outcome, withdrawn } = view.document;
  const titleOf = (found: 'optimal' | 'feasible'): string => {
    if (!view.hasPoints) return t`A plan by earlier rules`;
    return found === 'optimal' ? t`The best plan there is` : t`A good plan`;
  };
  return (
    <>
      {status === 'cancelled' && (
        <Notice title={<Trans>The search was called off</Trans>}>
          <p>
            <Trans>Nothing was kept of it. What you asked for is below.</Trans>
          </p>
        </Notice>
      )}
      {(status === 'failed' || status === 'interrupted') && (
        <Notice tone="danger" title={<Trans>The search ended without an answer</Trans>}>
          <p>
            {status === 'failed' ? (
              <Trans>The solver failed or ran out of memory. Try again, perhaps with fewer groups at once.</Trans>
            ) : (
              <Trans>The server was stopped meanwhile. Solve again.</Trans>
            )}
          </p>
        </Notice>
      )}
      {outcome?.status === 'none-in-time' && (
        <Notice tone="warning" title={<Trans>No plan was found in time</Trans>}>
          <p>
            <Trans>Whether there is one is not known. Try with fewer groups or fewer wishes.</Trans>
          </p>
        </Notice>
      )}
      {(outcome?.status === 'optimal' || outcome?.status === 'feasible') && (
        <Notice tone={view.hasPoints ? 'success' : 'warning'} title={titleOf(outcome.status)}>
          {!view.hasPoints && (
            <p>
              <Trans>
                How points are counted has changed since this plan was made. Its points are therefore not shown and
                cannot be compared with those of newer plans. Solve again to have it by the rules of now.
              </Trans>
            </p>
          )}
          <p>
            {view.hasPoints && <Proof outcome={outcome} />}{' '}
            <Trans>
              {outcome.solver}, {formatNumber(outcome.seconds, language, 1)} seconds, {outcome.model.columns} variables,{' '}
              {outcome.model.rows} rows.
            </Trans>
          </p>
        </Notice>
      )}
      {withdrawn > 0 && (
        <Notice title={<Trans>Firms have gone since</Trans>}>
          <p>
            <Plural
              value={withdrawn}
              one="# firm of this plan does not share its results any more. Solve again."
              other="# firms of this plan do not share their results any more. Solve again."
            />
          </p>
        </Notice>
      )}
    </>
  );
}
