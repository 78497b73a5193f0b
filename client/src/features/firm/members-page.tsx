import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import type { Member } from '#shared/contracts/people.ts';
import { rolesIn } from '#shared/domain/access/roles.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { Facts } from '../../ui/facts/facts.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import type { LoadedFirmMembers } from './api.ts';
import { EndMembershipDialog } from './end-membership-dialog.tsx';
import { FirmHeader } from './firm-header.tsx';
import { Invitations } from './invitations.tsx';
import { InviteForm } from './invite-form.tsx';
import { MemberList, useMemberName } from './member-list.tsx';
import { type FirmRole, RoleDialog } from './role-dialog.tsx';
import { FirmTrust } from './trust.tsx';

export type MembersHrefs = { firm: string; access: string };

type MembersPageProps = {
  loaded: LoadedFirmMembers;
  hrefs: MembersHrefs;
  /** The reader has left the firm, and with it every session. */
  onLeft: () => void;
  /** What the reader may do in the firm is another thing from here on. */
  onOwnRole: () => void;
};

function RoleFacts() {
  const roleWords = useRoleWords();
  return (
    <Facts facts={rolesIn('firm').map((role) => ({ term: roleWords.role(role), detail: roleWords.about(role) }))} />
  );
}

function useMembers({ loaded, onLeft, onOwnRole }: MembersPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const roleWords = useRoleWords();
  const nameOf = useMemberName();
  const done = useDone();
  const [firm, setFirm] = useState(loaded.firm);
  const end = (next: FirmDocument, member: Member) => {
    if (member.isYou) {
      onLeft();
      return;
    }
    setFirm(next);
    const name = nameOf(member);
    done.say(t`${name} can no longer reach the firm.`);
  };
  const changeRole = (next: FirmDocument, { isYou, ...member }: Member, role: FirmRole) => {
    if (isYou) onOwnRole();
    setFirm(next);
    const name = nameOf(member);
    const inWords = roleWords.role(role).toLocaleLowerCase(language);
    done.say(isYou ? t`You are a respondent in the firm now.` : t`${name} is in the firm as ${inWords} now.`);
  };
  return { firm, setFirm, done, end, changeRole };
}

/** The people of the firm, what each may do, and who is invited. */
export function MembersPage(props: MembersPageProps) {
  const { loaded, hrefs } = props;
  const { t } = useLingui();
  const { firm, setFirm, done, end, changeRole } = useMembers(props);
  const [asked, setAsked] = useState<Member | null>(null);
  const [inChange, setInChange] = useState<Member | null>(null);
  const isOwner = firm.role === 'owner';
  return (
    <Page>
      <BackLink to={hrefs.firm}>
        <Trans>Back to the firm</Trans>
      </BackLink>
      <FirmHeader firm={firm} title={t`People in the firm`} lead={t`These people have access to the firm.`} />
      <FirmTrust access={loaded.access} isOwner={isOwner} accessHref={hrefs.access} />
      <DoneNotice done={done} />
      <MemberList members={firm.members} isOwner={isOwner} onEnd={setAsked} onChangeRole={setInChange} />
      <Section title={<Trans>What each role may do</Trans>}>
        <RoleFacts />
      </Section>
      {isOwner && (
        <>
          <Section title={<Trans>Invite a colleague</Trans>}>
            <InviteForm firmId={firm.firmId} members={firm.members} onChange={setFirm} />
          </Section>
          <Section title={<Trans>Invitations</Trans>}>
            <Invitations firmId={firm.firmId} invitations={firm.invitations} onChange={setFirm} />
          </Section>
        </>
      )}
      <EndMembershipDialog firmId={firm.firmId} member={asked} onEnded={end} onClose={() => setAsked(null)} />
      <RoleDialog firmId={firm.firmId} member={inChange} onChanged={changeRole} onClose={() => setInChange(null)} />
    </Page>
  );
}
