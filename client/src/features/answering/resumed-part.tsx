import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { sendClosing } from './api.ts';
import { isLockedOut } from './outbox/send-answer.ts';
import { forgetResponse } from './remembered-response.ts';
import { WhoSeesWhat } from './who-sees-what.tsx';

type ResumedPartProps = { responseId: string; overview: string };

async function giveUp(responseId: string): Promise<void> {
  try {
    await sendClosing(responseId);
  } catch (error) {
    // Ended already, by an attempt whose reply was lost.
    if (!isLockedOut(error)) throw error;
  }
  forgetResponse(responseId);
}

/**
 * A link to go on by is its maker's. Where somebody else was given it, they would answer in what the maker reads: nothing is
 * shown or answered before that is said.
 */
export function ResumedPart({ responseId, overview }: ResumedPartProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const action = useAction(useProblemWords());
  const [isGivenUp, setGivenUp] = useState(false);
  if (isGivenUp) {
    return (
      <Page>
        <PageHeader
          title={t`Nothing is opened here`}
          lead={t`Ask whoever leads the answering for an invitation of your own. What you answer by it is shown to nobody.`}
        />
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader
        title={t`Did you make this link yourself?`}
        lead={t`It goes on with answers that somebody has begun.`}
      />
      <Notice tone="warning" title={<Trans>Whoever made the link reads what is answered by it</Trans>}>
        <p>
          <Trans>
            They can open these answers and change them, also what you answer from now on. If somebody else gave you the
            link, do not answer here: ask for an invitation of your own.
          </Trans>
        </p>
      </Notice>
      <FaultNotice fault={action.fault} />
      <ButtonRow>
        <Button onClick={() => void navigate(overview, { replace: true })}>
          <Trans>I made it: go on</Trans>
        </Button>
        <Button
          variant="secondary"
          isBusy={action.isBusy}
          onClick={() =>
            action.run(async () => {
              await giveUp(responseId);
              setGivenUp(true);
            })
          }
        >
          <Trans>Somebody else gave it to me</Trans>
        </Button>
      </ButtonRow>
      <WhoSeesWhat />
    </Page>
  );
}
