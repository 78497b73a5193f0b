import { Trans } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import type { PlanDocument } from '#shared/contracts/plans.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { beginPlan, type PlanSettings } from './api.ts';
import styles from './planning.module.css';

type SolveBarProps = {
  document: PlanDocument;
  settings: PlanSettings;
  isChanged: boolean;
  planHref: (organisationId: string, planId: string) => string;
  onUndo: () => void;
};

/** Solves again with what has been changed; the plan as it is stays. */
export function SolveBar({ document, settings, isChanged, planHref, onUndo }: SolveBarProps) {
  const navigate = useNavigate();
  const action = useAction(useProblemWords());
  const { organisationId, planId, problem } = document;
  const release = useUnsaved(isChanged);
  const solve = () =>
    action.run(async () => {
      const editionIds = problem.editions.map(({ editionId }) => editionId);
      const made = await beginPlan({ organisationId, editionIds, fromPlanId: planId, ...settings });
      release();
      await navigate(planHref(organisationId, made));
    });
  return (
    <div className={isChanged ? styles.stuck : undefined}>
      {isChanged && (
        <p className={styles.small} role="status">
          <Trans>You have made changes. They count when the plan is solved again; this one is kept.</Trans>
        </p>
      )}
      <FaultNotice fault={action.fault} />
      <ButtonRow>
        <Button variant={isChanged ? 'primary' : 'secondary'} isBusy={action.isBusy} onClick={solve}>
          <Trans>Solve again</Trans>
        </Button>
        {isChanged && (
          <Button variant="quiet" onClick={onUndo}>
            <Trans>Undo the changes</Trans>
          </Button>
        )}
      </ButtonRow>
    </div>
  );
}
