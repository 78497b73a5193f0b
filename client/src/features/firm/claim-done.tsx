import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import type { ClaimHrefs } from './claim-page.tsx';

type ClaimDoneProps = {
  response: ResponseDocument;
  firmId: string;
  email: string | null;
  /** It was done just now, not before. */
  isNew: boolean;
  hrefs: ClaimHrefs;
};

function useHeadingFocus(isNew: boolean) {
  const header = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The address stays the same, so the page does not move the focus from the button that is gone.
    if (isNew) header.current?.querySelector('h1')?.focus();
  }, [isNew]);
  return header;
}

/** The answers belong to an account: what is next. */
export function ClaimDone({ response, firmId, email, isNew, hrefs }: ClaimDoneProps) {
  const { t } = useLingui();
  const header = useHeadingFocus(isNew);
  return (
    <>
      <div ref={header}>
        <PageHeader
          title={t`The answers belong to your account`}
          lead={email === null ? undefined : t`You reach them by signing in as ${email}, on any device.`}
        />
      </div>
      {isNew && (
        <Notice tone="success" role="status">
          <p>
            <Trans>Keys and secret links made earlier no longer work. Nobody outside the firm sees anything yet.</Trans>
          </p>
        </Notice>
      )}
      <ButtonRow>
        {response.status === 'open' ? (
          <ButtonLink to={hrefs.overview}>
            <Trans>Go on answering</Trans>
          </ButtonLink>
        ) : (
          <ButtonLink to={hrefs.result}>
            <Trans>See the result</Trans>
          </ButtonLink>
        )}
        <ButtonLink to={hrefs.access(firmId)} variant="secondary">
          <Trans>Decide who sees us</Trans>
        </ButtonLink>
        <ButtonLink to={hrefs.firm(firmId)} variant="quiet">
          <Trans>To the firm</Trans>
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
