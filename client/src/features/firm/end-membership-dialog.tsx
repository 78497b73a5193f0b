import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import type { Member } from '#shared/contracts/people.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { sendMembershipEnd } from './api.ts';
import { FailureNotice } from './failure-notice.tsx';
import { useMemberName } from './member-list.tsx';

function Meaning({ member }: { member: Member }) {
  const name = useMemberName()(member);
  if (member.isYou) {
    return (
      <p>
        <Trans>
          You lose access to the firm, and every sign-in of yours ends at once, this one too. Your submitted answers
          stay with the firm.
        </Trans>
      </p>
    );
  }
  return (
    <p>
      <Trans>
        {name} loses access to the firm, and every sign-in of theirs ends at once. Their submitted answers stay with the
        firm. You can invite them again.
      </Trans>
    </p>
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
  const [failure, setFailure] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const close = () => {
    setFailure(null);
    onClose();
  };
  const end = async (leaving: Member) => {
    setSending(true);
    setFailure(null);
    try {
      const firm = await sendMembershipEnd(firmId, leaving.membershipId);
      close();
      onEnded(firm, leaving);
    } catch (error) {
      setFailure(error);
    }
    setSending(false);
  };
  const name = member === null ? '' : nameOf(member);
  return (
    <Dialog
      isOpen={member !== null}
      onClose={close}
      title={member?.isYou ? <Trans>Leave the firm?</Trans> : <Trans>End the access of {name}?</Trans>}
      actions={
        <Button variant="danger" isBusy={isSending} onClick={() => member && void end(member)}>
          {member?.isYou ? <Trans>Leave the firm</Trans> : <Trans>End the access</Trans>}
        </Button>
      }
    >
      {member !== null && <Meaning member={member} />}
      <FailureNotice error={failure} title={<Trans>Nothing has changed</Trans>} />
    </Dialog>
  );
}
