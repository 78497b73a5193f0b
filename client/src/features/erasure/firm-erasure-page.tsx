import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { FirmErasure } from '#shared/contracts/erasure.ts';
import type { Attempt } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Link } from '../../ui/link/link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { sendFirmRequest, sendFirmWithdrawal } from './api.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { FirmConsequences } from './firm-consequences.tsx';
import { isOpen } from './is-open.ts';
import { RequestList } from './request-list.tsx';

export type FirmErasureHrefs = { firm: string; access: string; retention: string };
type FirmErasurePageProps = { erasure: FirmErasure; hrefs: FirmErasureHrefs; attempt: Attempt };

/** What erasing the firm takes away and leaves, how its owners ask for it, and what became of that. */
export function FirmErasurePage({ erasure: loaded, hrefs, attempt }: FirmErasurePageProps) {
  const { t } = useLingui();
  const [erasure, setErasure] = useState(loaded);
  const [isAsking, setAsking] = useState(false);
  const done = useDone();
  const { firmId, firmName, requests } = erasure;
  return (
    <Page>
      <PageHeader
        title={t`Erase the firm's data`}
        eyebrow={<Link to={hrefs.firm}>{firmName ?? t`Our firm`}</Link>}
        lead={t`You can ask for it here. Somebody decides within a month, without seeing what you have answered.`}
      />
      <DoneNotice done={done} />
      <Section title={<Trans>If it is enough that nobody sees it</Trans>}>
        <p>
          <Trans>
            What you share you can stop sharing yourselves, with effect at once, and ask for nothing. Your answers then
            stay with you.
          </Trans>{' '}
          <Link to={hrefs.access}>
            <Trans>Who sees us</Trans>
          </Link>
        </p>
      </Section>
      <FirmConsequences hrefs={hrefs} />
      <Section title={<Trans>The firm's request</Trans>}>
        <RequestList
          requests={requests}
          empty={<Trans>Nobody in the firm has asked for anything</Trans>}
          onWithdraw={async ({ erasureRequestId }) => {
            setErasure(await sendFirmWithdrawal(firmId, erasureRequestId));
            done.say(t`The request is withdrawn. Nothing is erased.`);
          }}
        />
        {!requests.some(isOpen) && (
          <ButtonRow>
            <Button variant="secondary" onClick={() => setAsking(true)}>
              <Trans>Ask for the firm's data to be erased</Trans>
            </Button>
          </ButtonRow>
        )}
      </Section>
      <ConfirmDialog
        isOpen={isAsking}
        title={<Trans>Ask for the firm's data to be erased?</Trans>}
        confirm={<Trans>Send the request for erasure</Trans>}
        attempt={attempt}
        onConfirm={async () => setErasure(await sendFirmRequest(firmId))}
        onClose={() => setAsking(false)}
        onDone={() => done.say(t`The request has come in. Until somebody has decided you can withdraw it here.`)}
      >
        <p>
          <Trans>
            It concerns everybody in the firm. Nothing is erased until somebody has decided. Once it is carried out it
            cannot be undone: fetch the results first if you want to keep them.
          </Trans>
        </p>
      </ConfirmDialog>
    </Page>
  );
}
