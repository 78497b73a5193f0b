import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { TextField } from '../../ui/field/text-field.tsx';

const longestReason = 500;

/** Nothing is sent without a reason. */
class MissingReason extends Error {}

type WithdrawEntryProps = { title: string; onWithdraw: (reason: string) => Promise<void>; onDone: () => void };

/** Takes an entry out of what counts, with a reason; what it was is kept. */
export function WithdrawEntry({ title, onWithdraw, onDone }: WithdrawEntryProps) {
  const { t } = useLingui();
  const problemWords = useProblemWords();
  const action = useAction((failure) =>
    failure instanceof MissingReason ? t`Write why, with at most ${longestReason} characters.` : problemWords(failure),
  );
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
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
        onConfirm={async () => {
          const said = reason.trim();
          if (said.length === 0 || said.length > longestReason) throw new MissingReason();
          await onWithdraw(said);
        }}
        onDone={onDone}
      >
        <p>
          <Trans>
            It counts no more, and the other regions do not see it. Your region keeps it with all its changes.
          </Trans>
        </p>
        <TextField name="reason" label={t`Why`} value={reason} onChange={({ target }) => setReason(target.value)} />
      </ActionDialog>
    </>
  );
}
