import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { ReferralDocument } from '#shared/contracts/referrals.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useWishWords } from '../../lib/use-wish-words.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { AbsentProvider } from './absent-provider.tsx';
import { calendarHref } from './calendar-href.ts';
import type { ContactHrefs } from './contact-page.tsx';

type ContactSentProps = {
  referral: ReferralDocument;
  /** Whether anybody at the provider can read it now. */
  isInUse: boolean;
  responseId: string;
  hrefs: ContactHrefs;
};

/** The confirmation: what was sent to whom, and what happens now. */
export function ContactSent({ referral, isInUse, responseId, hrefs }: ContactSentProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const wishWords = useWishWords();
  const provider = localise(referral.providerName);
  const { email } = referral;
  const header = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The address stays the same, so the page does not move the focus from the button that is gone.
    header.current?.querySelector('h1')?.focus();
  }, []);
  return (
    <>
      <div ref={header}>
        <PageHeader title={t`Your request is stored`} eyebrow={localise(referral.packageName)} />
      </div>
      <Notice tone="success" role="status">
        <p>
          {isInUse ? (
            <Trans>
              It is addressed to {provider}, who can reach you at {email}.
            </Trans>
          ) : (
            <Trans>It is addressed to {provider}.</Trans>
          )}
        </p>
        {referral.wishedEdition !== null && (
          <p>
            <Trans>Group you would like to join: {wishWords(referral.wishedEdition)}.</Trans>
          </p>
        )}
      </Notice>
      {!isInUse && <AbsentProvider name={provider} />}
      <p>
        <Trans>
          The catalogue is still a proposal, so it may take time before somebody answers. Put a reminder in your
          calendar, and see here how it goes.
        </Trans>
      </p>
      <ButtonRow>
        <ButtonLink to={hrefs.referrals}>
          <Trans>Your requests for contact</Trans>
        </ButtonLink>
        <ButtonLink
          to={calendarHref(responseId, referral.referralId, language)}
          reloadDocument
          download
          variant="secondary"
        >
          <Trans>Reminder for the calendar</Trans>
        </ButtonLink>
        <ButtonLink to={hrefs.result} variant="quiet">
          <Trans>Back to the result</Trans>
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
