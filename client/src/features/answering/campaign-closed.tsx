import { Trans } from '@lingui/react/macro';
import { leaveCampaign } from '#shared/contracts/campaign-invitations.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

export const isCampaignClosed = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'campaign-closed';

type CampaignClosedProps = { responseId: string; isSending: boolean; isUnavailable: boolean; onLeft: () => void };

/** The campaign takes no more answers. They are kept, and the firm may submit them for itself, which is its own choice. */
export function CampaignClosed({ responseId, isSending, isUnavailable, onLeft }: CampaignClosedProps) {
  const { isBusy, fault, run } = useAction(useProblemWords());
  const leave = () =>
    run(async () => {
      await callEndpoint(leaveCampaign, { params: { responseId } });
      onLeft();
    });
  return (
    <Notice tone="warning" role="alert" title={<Trans>The campaign takes no more answers</Trans>}>
      <p>
        <Trans>
          Nothing is lost: your answers are kept. You may submit them for yourselves instead. Then you see your result
          as usual, and whoever invited you is not told.
        </Trans>
      </p>
      <FaultNotice fault={fault} />
      <p>
        <Button isBusy={isBusy || isSending} isUnavailable={isUnavailable} onClick={leave}>
          <Trans>Submit for ourselves</Trans>
        </Button>
      </p>
    </Notice>
  );
}
