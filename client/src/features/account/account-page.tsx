import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SessionDocument } from '#shared/contracts/account.ts';
import type { NoticeChoice } from '#shared/contracts/notices.ts';
import type { Factors } from '#shared/contracts/second-factor.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { EndedInvitations } from './ended-invitations.tsx';
import { Invitations } from './invitations.tsx';
import { Notices } from './notices.tsx';
import { PersonalData } from './personal-data.tsx';
import { type Membership, type PlaceLink, Places } from './places.tsx';
import { ProfileForm } from './profile-form.tsx';
import { ProofProvider } from './proof.tsx';
import { Sessions } from './sessions.tsx';
import { SignInWays } from './sign-in-ways.tsx';

export type AccountHrefs = { start: string; secondFactor: string; erasure: string };
export type AccountPageProps = {
  account: AccountDocument;
  sessions: readonly SessionDocument[];
  factors: Factors;
  /** Null for whoever works for no provider. */
  notices: NoticeChoice | null;
  /** Name of the organisation's own sign-in; null when the site has none. */
  oidc: LocalisedText | null;
  linksOf: (membership: Membership) => readonly PlaceLink[];
  hrefs: AccountHrefs;
  onSignOut: () => Promise<void>;
  renderMailProof: (onProven: () => void) => ReactNode;
};

function SecondFactorMissing({ href }: { href: string }) {
  return (
    <Notice tone="warning" title={<Trans>One step is left</Trans>}>
      <p>
        <Trans>One of your roles needs a second step before you can use it.</Trans>
      </p>
      <ButtonLink to={href} variant="secondary">
        <Trans>Do it now</Trans>
      </ButtonLink>
    </Notice>
  );
}

/** Who one is here, where one belongs, how one signs in and what the site holds. */
export function AccountPage({ account, sessions, factors, notices, oidc, ...props }: AccountPageProps) {
  const { t } = useLingui();
  const { secondFactor } = account;
  return (
    <Page>
      <PageHeader title={t`Your account`} lead={account.email} />
      {secondFactor.isNeeded && !secondFactor.isShown && <SecondFactorMissing href={props.hrefs.secondFactor} />}
      <ProofProvider account={account} renderMailProof={props.renderMailProof}>
        <EndedInvitations places={account.endedInvitations} />
        <Invitations account={account} />
        <Places account={account} linksOf={props.linksOf} startHref={props.hrefs.start} />
        <ProfileForm account={account} />
        {notices !== null && <Notices notices={notices} />}
        <SignInWays account={account} factors={factors} oidc={oidc} />
        <Sessions sessions={sessions} onSignOut={props.onSignOut} />
        <PersonalData erasureHref={props.hrefs.erasure} />
      </ProofProvider>
    </Page>
  );
}
