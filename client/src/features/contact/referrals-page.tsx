import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { FallingWithReferral, ReferralDocument } from '#shared/contracts/referrals.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import styles from './contact.module.css';
import type { ContactHrefs } from './contact-page.tsx';
import { ReferralCard } from './referral-card.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** What the firm has asked for, and what has become of it. */
export function ReferralsPage({
  referrals,
  providersInUse,
  falling,
  responseId,
  hrefs,
}: {
  referrals: readonly ReferralDocument[];
  providersInUse: readonly string[];
  falling: readonly FallingWithReferral[];
  responseId: string;
  hrefs: Pick<ContactHrefs, 'result'> & { contact: (packageCode: string) => string };
}) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<ReferralDocument | null>(null);
  const onwardsOf = ({ referralId, packageCode }: ReferralDocument) => {
    const newest = referrals.findLast((each) => each.packageCode === packageCode);
    return newest?.referralId === referralId ? hrefs.contact(packageCode) : undefined;
  };
  return (
    <Page>
      <BackLink to={hrefs.result}>
        <Trans>Back to the result</Trans>
      </BackLink>
      <PageHeader title={t`Your requests for contact`} lead={t`Only you and the one you asked can see them.`} />
      {referrals.length === 0 ? (
        <EmptyState
          title={<Trans>You have not asked for contact</Trans>}
          action={
            <ButtonLink to={hrefs.result} variant="secondary">
              <Trans>See the suggestions</Trans>
            </ButtonLink>
          }
        />
      ) : (
        <ul className={styles.list}>
          {referrals.map((referral) => (
            <ReferralCard
              key={referral.referralId}
              referral={referral}
              responseId={responseId}
              isInUse={providersInUse.includes(referral.providerCode)}
              onwards={onwardsOf(referral)}
              onWithdraw={() => setAsked(referral)}
            />
          ))}
        </ul>
      )}
      <WithdrawDialog referral={asked} falling={falling} responseId={responseId} onClose={() => setAsked(null)} />
    </Page>
  );
}
