import { Trans } from '@lingui/react/macro';
import type { ReleaseInProgress } from '#shared/contracts/releases.ts';
import type { Action } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Spinner } from '../../ui/loading/spinner.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { StepsBar } from './steps-bar.tsx';

type BuildingPanelProps = {
  release: ReleaseInProgress;
  fault: string | undefined;
  dropping: Action;
  onDrop: () => void;
};

/** How far the building has come, and a way to stop it. */
export function BuildingPanel({ release, fault, dropping, onDrop }: BuildingPanelProps) {
  const { step, steps, isInterrupted, isOwn } = release;
  return (
    <Panel>
      {isInterrupted ? (
        <Notice tone="warning" title={<Trans>Nothing has been heard of the building for a while</Trans>}>
          <p>
            <Trans>The server may have been stopped meanwhile. Stop it here and build it anew.</Trans>
          </p>
        </Notice>
      ) : (
        <Spinner>
          <Trans>Counts, hides and tries to work out what is hidden. You can leave the page meanwhile.</Trans>
        </Spinner>
      )}
      <StepsBar step={step} steps={steps} />
      <FaultNotice fault={fault ?? dropping.fault} />
      {isOwn && (
        <ButtonRow>
          <Button variant="secondary" isBusy={dropping.isBusy} onClick={onDrop}>
            <Trans>Stop the building</Trans>
          </Button>
        </ButtonRow>
      )}
    </Panel>
  );
}
