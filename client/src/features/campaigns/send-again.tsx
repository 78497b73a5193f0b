import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { type Place, sendResending } from './api.ts';
import { useCampaignWords } from './use-campaign-words.ts';

/** What came of asking for invitations to be sent again. */
export function useResentWords(): (asked: number) => string {
  const { t } = useLingui();
  return (asked) =>
    asked === 0
      ? t`Nothing was sent: each of them has begun, has said no, has been reached meanwhile, or has been tried four times.`
      : t`${plural(asked, {
          one: 'The invitation is on its way to # firm again. At night it waits until 7.',
          other: 'The invitation is on its way to # firms again. At night it waits until 7.',
        })}`;
}

type SendAgainProps = {
  place: Place;
  undelivered: number;
  /** Reminders go as they come. */
  isWriting: boolean;
  /** It can be sent again. */
  isOpen: boolean;
  onResent: (asked: number) => Promise<void>;
};

/** What mail that did not get through is, and the invitation once more to all whom none has reached. */
export function SendAgain({ place, undelivered, isWriting, isOpen, onResent }: SendAgainProps) {
  const words = useCampaignWords();
  const { isBusy, fault, run } = useAction(words.problem);
  const resend = () =>
    run(async () => {
      const { asked } = await sendResending(place);
      await onResent(asked);
    });
  return (
    <>
      <p>
        <Trans>Mail that did not get through says nothing of the address.</Trans>{' '}
        {isWriting && <Trans>It is written again on the next reminder day.</Trans>}{' '}
        {isOpen && <Trans>You can also have it sent again.</Trans>}
      </p>
      <FaultNotice fault={fault} />
      {isOpen && (
        <p>
          <Button variant="secondary" isBusy={isBusy} onClick={resend}>
            <Plural value={undelivered} one="Send again to # firm" other="Send again to # firms" />
          </Button>
        </p>
      )}
    </>
  );
}
