import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { CampaignDocument } from '#shared/contracts/campaigns.ts';
import { formatDay } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { type Place, sendEnd, sendOpening, sendRemoval, sendTest } from './api.ts';
import { useCampaignWords } from './use-campaign-words.ts';
import { useInviting } from './use-inviting.ts';

export type MovesProps = {
  place: Place;
  campaign: CampaignDocument;
  changeHref: string;
  onMoved: (campaign: CampaignDocument, words: string) => void;
  onRemoved: () => Promise<void>;
  onSaid: (words: string) => void;
};

/** Both mails to oneself, before anybody else gets them. */
export function TestMail({ place, onSaid }: Pick<MovesProps, 'place' | 'onSaid'>) {
  const { t } = useLingui();
  const words = useCampaignWords();
  const language = useLanguage();
  const { isBusy, fault, run } = useAction(words.problem);
  const send = () =>
    run(async () => {
      const { recipient } = await sendTest(place, language);
      onSaid(t`The invitation and the reminder are on their way to ${recipient}, as a test.`);
    });
  return (
    <>
      <FaultNotice fault={fault} />
      <p>
        <Button variant="secondary" isBusy={isBusy} onClick={send}>
          <Trans>Send a test to me</Trans>
        </Button>
      </p>
    </>
  );
}

/** Opens a draft, or removes it. */
export function DraftMoves({ place, campaign, changeHref, onMoved, onRemoved }: MovesProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useCampaignWords();
  const opening = useAction(words.problem);
  const removing = useAction(words.problem);
  const [asked, setAsked] = useState<'open' | 'remove' | null>(null);
  const { firms, revision, closesOn } = campaign;
  const invitingOf = useInviting();
  const inviting = invitingOf(campaign);
  const day = inviting?.day ?? '';
  const time = inviting?.time ?? '';
  const openedWords = (opened: CampaignDocument): string => {
    const from = invitingOf(opened);
    if (from === undefined || from.isNow) return t`The campaign is open. Invitations are going out.`;
    return t`The campaign is open. Invitations go out on ${from.day} from ${from.time}.`;
  };
  const lastDay = formatDay(closesOn, language);
  return (
    <>
      <ButtonRow>
        <Button isUnavailable={firms === 0} onClick={() => setAsked('open')}>
          <Trans>Open the campaign</Trans>
        </Button>
        <ButtonLink to={changeHref} variant="secondary">
          <Trans>Change form, words and days</Trans>
        </ButtonLink>
        <Button variant="quiet" onClick={() => setAsked('remove')}>
          <Trans>Remove the draft</Trans>
        </Button>
      </ButtonRow>
      <ActionDialog
        isOpen={asked === 'open'}
        isDangerous={false}
        title={<Plural value={firms} one="Invite # firm?" other="Invite # firms?" />}
        confirm={<Trans>Open the campaign</Trans>}
        action={opening}
        onConfirm={() => sendOpening(place, revision)}
        onClose={() => setAsked(null)}
        onDone={(opened) => onMoved(opened, openedWords(opened))}
      >
        <p>
          {inviting?.isNow === true ? (
            <Trans>The invitations go out at once. They say that the last day is {lastDay}.</Trans>
          ) : (
            <Trans>
              The invitations go out on {day} from {time}. They say that the last day is {lastDay}.
            </Trans>
          )}{' '}
          <Trans>A mail that has been sent cannot be taken back, and form and words stay as they are.</Trans>
        </p>
      </ActionDialog>
      <ActionDialog
        isOpen={asked === 'remove'}
        title={<Trans>Remove the draft?</Trans>}
        confirm={<Trans>Remove</Trans>}
        action={removing}
        onConfirm={() => sendRemoval(place)}
        onClose={() => setAsked(null)}
        onDone={onRemoved}
      >
        <p>
          <Trans>The firms in it go too. Nobody has been written to.</Trans>
        </p>
      </ActionDialog>
    </>
  );
}

/** Changes the days of a campaign that is open, or ends it. */
export function OpenMoves({ place, campaign, changeHref, onMoved }: MovesProps) {
  const { t } = useLingui();
  const words = useCampaignWords();
  const ending = useAction(words.problem);
  const [isAsked, setAsked] = useState(false);
  const { state, revision, begun, finished } = campaign;
  // Nothing is said of so few that it is not told.
  const underWay = (begun ?? 0) - (finished ?? 0);
  if (state === 'ended') return null;
  return (
    <>
      <ButtonRow>
        <ButtonLink to={changeHref} variant="secondary">
          {state === 'closed' ? <Trans>Open it again by a later last day</Trans> : <Trans>Change the days</Trans>}
        </ButtonLink>
        {state !== 'closed' && (
          <Button variant="quiet" onClick={() => setAsked(true)}>
            <Trans>End the campaign now</Trans>
          </Button>
        )}
      </ButtonRow>
      <ActionDialog
        isOpen={isAsked}
        title={<Trans>End the campaign now?</Trans>}
        confirm={<Trans>End it</Trans>}
        action={ending}
        onConfirm={() => sendEnd(place, revision)}
        onClose={() => setAsked(false)}
        onDone={(ended) => onMoved(ended, t`The campaign has ended. Nobody is written to any more.`)}
      >
        <p>
          <Trans>It cannot be opened again. Nobody is reminded any more, and no more answers are taken.</Trans>{' '}
          <Plural
            value={underWay}
            _0=""
            one="# firm has begun and not finished. It keeps its answers and may submit them for itself."
            other="# firms have begun and not finished. They keep their answers and may submit them for themselves."
          />
        </p>
      </ActionDialog>
    </>
  );
}
