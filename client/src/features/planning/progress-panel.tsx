import { Trans, useLingui } from '@lingui/react/macro';
import type { PlanDocument } from '#shared/contracts/plans.ts';
import { formatNumber } from '../../lib/format.ts';
import type { Action } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { Spinner } from '../../ui/loading/spinner.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Panel } from '../../ui/panel/panel.tsx';

type ProgressPanelProps = { plan: PlanDocument; fault: string | undefined; calling: Action; onCallOff: () => void };

/** How far the search has come, and a way to call it off. */
export function ProgressPanel({ plan, fault, calling, onCallOff }: ProgressPanelProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { phase, seconds, best, bound } = plan.progress;
  const phases = {
    waiting: t`Waits for another plan to be done`,
    building: t`Writes down what is to be kept to`,
    solving: t`Looks for the best plan`,
    'finding-clash': t`No plan keeps to everything: looks for the rules that clash`,
  };
  return (
    <Panel>
      <Spinner>{plan.status === 'waiting' && phase !== 'waiting' ? <Trans>Starting …</Trans> : phases[phase]}</Spinner>
      <Facts
        facts={[
          { term: t`Time`, detail: t`${formatNumber(seconds, language, 0)} seconds of 60 at most` },
          {
            term: t`Best plan so far`,
            detail: best === null ? t`none yet` : t`${formatNumber(Math.round(best), language)} points`,
          },
          {
            term: t`The most that any plan can have`,
            detail: bound === null ? t`not known yet` : t`${formatNumber(Math.round(bound), language)} points`,
          },
        ]}
      />
      <FaultNotice fault={fault ?? calling.fault} />
      <ButtonRow>
        <Button variant="secondary" isBusy={calling.isBusy} onClick={onCallOff}>
          <Trans>Call it off</Trans>
        </Button>
      </ButtonRow>
    </Panel>
  );
}
