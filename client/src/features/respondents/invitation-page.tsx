import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { accessKeySchema } from '#shared/contracts/identifiers.ts';
import type { RespondentInvitation } from '#shared/contracts/respondents.ts';
import { isAway, ProblemError } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { fetchInvitation } from './api.ts';
import type { InvitationHrefs } from './begin-form.tsx';
import { type CloseFormer, GoOnHere, OpenedBefore } from './begun-here.tsx';
import { ClosedHere, isClosedHere } from './closed-here.tsx';
import { Fetching, OpenInvitation } from './open-invitation.tsx';

/** The secret in the address; undefined when there is none that could be one. */
function keyIn(hash: string): string | undefined {
  const key = new URLSearchParams(hash.slice(1)).get('key');
  return accessKeySchema.safeParse(key).data;
}

type Refusal = 'closed' | 'opened-before';

/** What a link that lets nobody in is met with; undefined for what may be tried again. */
function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  if (error.code === 'not-found') return 'closed';
  return error.code === 'invitation-opened' ? 'opened-before' : undefined;
}

/** Unknown, expired and taken back are one: whoever guesses learns nothing. */
function Closed() {
  return (
    <Notice tone="warning" role="alert">
      <p>
        <Trans>
          The link opens nothing. It may have expired, been taken back, or be cut short. Open the whole link once more,
          or ask whoever gave it to you for a new one.
        </Trans>
      </p>
    </Notice>
  );
}

type InvitationPageProps = {
  hrefs: InvitationHrefs;
  /** The response last opened in this browser. */
  remembered?: string | undefined;
  /** One of a colleague's whose questions open here without a network. */
  keptHere?: string | undefined;
  closeFormer: CloseFormer;
  whoSeesWhat: ReactNode;
};

/** Where a colleague who was invited, or came by the link on the wall, reads what it is about before anything is opened. */
export function InvitationPage(props: InvitationPageProps) {
  const { hash } = useLocation();
  return isClosedHere(hash) ? <ClosedHere /> : <Invitation {...props} />;
}

function Invitation(props: InvitationPageProps) {
  const { t } = useLingui();
  const { hash } = useLocation();
  const key = keyIn(hash);
  const [invitation, setInvitation] = useState<RespondentInvitation | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(key === undefined ? 'closed' : null);
  const reading = useAction(useProblemWords());
  const { run } = reading;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each key, and again when one asks for it.
  const read = useCallback(() => {
    if (key === undefined) return;
    run(async () => {
      try {
        setInvitation(await fetchInvitation(key));
      } catch (error) {
        const refused = refusalOf(error);
        if (refused === undefined) throw error;
        setRefusal(refused);
      }
    });
  }, [key]);
  useEffect(read, [read]);
  const firmName = invitation?.firmName ?? t`your firm`;
  return (
    <Page>
      <meta name="robots" content="noindex, nofollow, noarchive" />
      <PageHeader
        title={invitation === null ? t`Answer together` : t`Answer for ${firmName}`}
        lead={t`Several of you answer, each what you know most about. That gives a truer picture than when one person answers everything.`}
      />
      <SimulatedTag isSimulated={invitation?.isSimulated === true} />
      {refusal === 'closed' && <Closed />}
      {refusal === 'opened-before' && <OpenedBefore remembered={props.remembered} overview={props.hrefs.overview} />}
      {invitation === null && refusal === null && (
        <>
          <FaultNotice fault={reading.fault} />
          {reading.fault === undefined ? (
            <Fetching />
          ) : (
            <ButtonRow>
              <Button onClick={read}>
                <Trans>Try again</Trans>
              </Button>
              {isAway(reading.failure) && props.keptHere !== undefined && (
                <GoOnHere responseId={props.keptHere} overview={props.hrefs.overview} />
              )}
            </ButtonRow>
          )}
        </>
      )}
      {key !== undefined && invitation !== null && refusal === null && (
        <>
          {invitation.isOpen ? (
            <OpenInvitation keyOfLink={key} invitation={invitation} {...props} />
          ) : (
            <Notice>
              <p>
                <Trans>
                  The firm has submitted its answers, so there is nothing left to answer. Thank you all the same.
                </Trans>
              </p>
            </Notice>
          )}
          {props.whoSeesWhat}
        </>
      )}
    </Page>
  );
}
