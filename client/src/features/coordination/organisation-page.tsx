import { Trans, useLingui } from '@lingui/react/macro';
import { useRevalidator } from 'react-router';
import type { OrganisationDocument } from '#shared/contracts/coordination.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { Link } from '../../ui/link/link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Closure } from './closure.tsx';
import { type CoordinationHrefs, CoordinationNavigation } from './coordination-navigation.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteForm } from './invite-form.tsx';
import { MemberList } from './member-list.tsx';

type OrganisationPageProps = {
  organisation: OrganisationDocument;
  /** The reader looks after the whole site, not only this organisation. */
  isAdministrator: boolean;
  /** Null for who is not a manager of its own. */
  webhooksHref: string | null;
  hrefs: CoordinationHrefs;
};

/** One organisation: who works there, who is invited, and whether it is open. */
export function OrganisationPage({ organisation, isAdministrator, webhooksHref, hrefs }: OrganisationPageProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useRoleWords();
  const { revalidate } = useRevalidator();
  const done = useDone();
  const { isClosed } = organisation;
  const onDone = async (sentence: string) => {
    await revalidate();
    done.say(sentence);
  };
  return (
    <Page width="results">
      {isAdministrator && <CoordinationNavigation hrefs={hrefs} />}
      <BackLink to={hrefs.organisations}>
        <Trans>Organisations</Trans>
      </BackLink>
      <PageHeader title={localise(organisation.name)} eyebrow={words.kind(organisation.kind)} />
      <DoneNotice done={done} />
      {isClosed && (
        <Notice tone="warning" title={<Trans>The organisation is closed</Trans>}>
          <p>
            <Trans>Its people have no rights from it until it is opened again.</Trans>
          </p>
        </Notice>
      )}
      <Section title={<Trans>Staff</Trans>}>
        <MemberList organisation={organisation} onDone={onDone} />
      </Section>
      <Section title={<Trans>Invitations</Trans>}>
        <InvitationList organisation={organisation} onDone={onDone} />
      </Section>
      {!isClosed && (
        <Section title={t`Invite somebody`}>
          <InviteForm organisation={organisation} onDone={onDone} />
        </Section>
      )}
      {webhooksHref !== null && (
        <Section title={<Trans>Other systems</Trans>}>
          <p>
            <Trans>A webhook lets a system of your own know when something happens to a request to you.</Trans>
          </p>
          <p>
            <Link to={webhooksHref}>
              <Trans>Webhooks</Trans>
            </Link>
          </p>
        </Section>
      )}
      {isAdministrator && <Closure organisation={organisation} onDone={onDone} />}
    </Page>
  );
}
