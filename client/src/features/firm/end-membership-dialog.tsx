import { Trans } from '@lingui/react/macro';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import type { Member } from '#shared/contracts/people.ts';
import { useAction } from '../../lib/use-action.ts';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { sendMembershipEnd } from './api.ts';
import { useMemberName } from './member-list.tsx';
import { useFirmProblemWords } from './use-firm-problem-words.ts';
import { WhatFalls } from './what-falls.tsx';

function Meaning({ member }: { member: Member }) {
  const name = useMemberName()(member);
  if (member.isYou) {
    return (
      <>
        <p>
          <Trans>
            You lose access to the firm, and every sign-in of yours ends at once, this one too. Your submitted answers
            stay with the firm, where those responsible see them.
          </Trans>
        </p>
        <p>
          <Trans>
            What you have answered and not submitted is kept, and nobody can open it, unless you are invited again.
          </Trans>
        </p>
        <WhatFalls member={member} />
      </>
    );
  }
  return (
    <>
      <p>
        <Trans>
          {name} loses access to the firm, and every sign-in of theirs ends at once. Their submitted answers stay with
          the firm. You can invite them again.
        </Trans>
      </p>
      <WhatFalls member={member} />
    </>
  );
}

type EndMembershipDialogProps = {
  firmId: string;
  member: Member | null;
  onEnded: (firm: FirmDocument, member: Member) => void;
  onClose: () => void;
};

/** Says what it means that somebody leaves the firm, then does it. */
export function EndMembershipDialog({ firmId, member, onEnded, onClose }: EndMembershipDialogProps) {
  const nameOf = useMemberName();
  const action = useAction(useFirmProblemWords());
  const name = member === null ? '' : nameOf(member);
  return (
    <ActionDialog
      isOpen={member !== null}
      title={member?.isYou ? <Trans>Leave the firm?</Trans> : <Trans>End the access of {name}?</Trans>}
      confirm={member?.isYou ? <Trans>Leave the firm</Trans> : <Trans>End the access</Trans>}
      action={action}
      faultNotice={<FaultNotice fault={action.fault} title={<Trans>Nothing has changed</Trans>} />}
      onConfirm={async () => member && { member, firm: await sendMembershipEnd(firmId, member.membershipId) }}
      onClose={onClose}
      onDone={(ended) => {
        if (ended !== null) onEnded(ended.firm, ended.member);
      }}
    >
      {member !== null && <Meaning member={member} />}
    </ActionDialog>
  );
}
