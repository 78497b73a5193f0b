import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { ReleaseInProgress } from '#shared/contracts/releases.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { Spinner } from '../../ui/loading/spinner.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { dropRelease, type ReleasePlace } from './api.ts';
import { StepsBar } from './steps-bar.tsx';

type StopDialogProps = {
  place: ReleasePlace;
  release: ReleaseInProgress;
  /** Also when it could not be stopped: perhaps it is built by now. */
  onAsked: () => Promise<void>;
  /** As it stands then: it may have ended by itself just before. */
  onStopped: (status: ReleaseInProgress['status']) => void;
};

function StopDialog({ place, release, onAsked, onStopped }: StopDialogProps) {
  const [isOpen, setOpen] = useState(false);
  const action = useAction(useProblemWords());
  const localise = useLocalised();
  const stop = async () => {
    try {
      return await dropRelease(place, 'building');
    } finally {
      await onAsked();
    }
  };
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        <Trans>Stop the building</Trans>
      </Button>
      <ActionDialog
        isOpen={isOpen}
        title={<Trans>Stop the building of {localise(release.name)}?</Trans>}
        confirm={<Trans>Stop the building</Trans>}
        action={action}
        onConfirm={stop}
        onClose={() => setOpen(false)}
        onDone={onStopped}
      >
        <p>
          <Trans>Nothing is kept of what has been counted so far. You can build it anew with the same choices.</Trans>
        </p>
      </ActionDialog>
    </>
  );
}

type BuildingPanelProps = StopDialogProps & { fault: string | undefined };

/** How far the building has come, and a way to stop it. */
export function BuildingPanel({ fault, ...stopping }: BuildingPanelProps) {
  const { step, steps, isInterrupted, isOwn } = stopping.release;
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
      <FaultNotice fault={fault} />
      {isOwn && (
        <ButtonRow>
          <StopDialog {...stopping} />
        </ButtonRow>
      )}
    </Panel>
  );
}
