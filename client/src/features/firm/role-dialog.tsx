import { Trans, useLingui } from '@lingui/react/macro';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import type { Member } from '#shared/contracts/people.ts';
import { useAction } from '../../lib/use-action.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { sendRole } from './api.ts';
import { useMemberName } from './member-list.tsx';
import { useFirmProblemWords } from './use-firm-problem-words.ts';
import { WhatFalls } from './what-falls.tsx';

export type FirmRole = Parameters<typeof sendRole>[2];

/** The one of the two that the member has not. */
const otherRole = ({ role }: Member): FirmRole => (role === 'owner' ? 'respondent' : 'owner');

function Meaning({ member }: { member: Member }) {
  const name = useMemberName()(member);
  const role = otherRole(member);
  const about = useRoleWords().about(role);
  if (member.isYou) {
    return (
      <>
        <p>
          <Trans>
            You answer questions, see your own result and see who has looked at the firm. The results of the others, the
            invitations and what outsiders may see are no longer yours.
          </Trans>
        </p>
        <p>
          <Trans>
            Only somebody who is responsible for the firm can make you so again. You stay signed in here, and are signed
            out everywhere else.
          </Trans>
        </p>
      </>
    );
  }
  return (
    <>
      <p>
        <Trans>What the person may do from then on:</Trans> {about}
      </p>
      <p>
        <Trans>{name} is told by mail, is signed out everywhere at once, and can sign in again.</Trans>
      </p>
    </>
  );
}

type RoleDialogProps = {
  firmId: string;
  member: Member | null;
  onChanged: (firm: FirmDocument, member: Member, role: FirmRole) => void;
  onClose: () => void;
};

function useTitle(): (member: Member) => string {
  const { t } = useLingui();
  const nameOf = useMemberName();
  return (member) => {
    const name = nameOf(member);
    if (member.role !== 'owner') return t`Make ${name} responsible for the firm?`;
    return member.isYou ? t`Stop being responsible for the firm?` : t`Make ${name} a respondent?`;
  };
}

/** Says what it means that a member has the other role in the firm, then gives it. */
export function RoleDialog({ firmId, member, onChanged, onClose }: RoleDialogProps) {
  const titleOf = useTitle();
  const action = useAction(useFirmProblemWords());
  return (
    <ActionDialog
      isOpen={member !== null}
      title={member === null ? '' : titleOf(member)}
      confirm={member?.role === 'owner' ? <Trans>Make a respondent</Trans> : <Trans>Make responsible</Trans>}
      isDangerous={member?.role === 'owner'}
      action={action}
      faultNotice={<FaultNotice fault={action.fault} title={<Trans>Nothing has changed</Trans>} />}
      onConfirm={async () => {
        if (member === null) return null;
        const role = otherRole(member);
        return { member, role, firm: await sendRole(firmId, member.membershipId, role) };
      }}
      onClose={onClose}
      onDone={(changed) => {
        if (changed !== null) onChanged(changed.firm, changed.member, changed.role);
      }}
    >
      {member !== null && (
        <>
          <Meaning member={member} />
          {member.role === 'owner' && <WhatFalls member={member} />}
        </>
      )}
    </ActionDialog>
  );
}
