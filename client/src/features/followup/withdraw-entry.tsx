import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useReasonedAction } from '../../lib/use-reasoned-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { TextField } from '../../ui/field/text-field.tsx';

type WithdrawEntryProps = {
  title: string;
  /** What withdrawing it means. */
  about: string;
  onWithdraw: (reason: string) => Promise<void>;
  onDone: () => void;
};

/** Takes an entry out of what counts, with a reason; what it was is kept. */
export function WithdrawEntry({ title, about, onWithdraw, onDone }: WithdrawEntryProps) {
  const { t } = useLingui();
  const { action, reason, setReason, givenReason } = useReasonedAction();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        <Trans>Withdraw</Trans>
      </Button>
      <ActionDialog
        isOpen={isOpen}
        title={title}
        confirm={<Trans>Withdraw</Trans>}
        action={action}
        onClose={() => setOpen(false)}
        onConfirm={async () => onWithdraw(givenReason())}
        onDone={onDone}
      >
        <p>{about}</p>
        <TextField name="reason" label={t`Why`} value={reason} onChange={({ target }) => setReason(target.value)} />
      </ActionDialog>
    </>
  );
}
