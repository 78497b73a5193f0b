import { Trans, useLingui } from '@lingui/react/macro';
import type { PersonSummary } from '#shared/contracts/coordination.ts';
import { ActionDialog } from './action-dialog.tsx';
import { sendLock } from './api.ts';
import { usePersonName } from './person-row.tsx';

type LockDialogProps = {
  person: PersonSummary | null;
  onClose: () => void;
  onDone: (words: string) => Promise<void>;
};

/** Locks an account, or opens it again. */
export function LockDialog({ person, onClose, onDone }: LockDialogProps) {
  const { t } = useLingui();
  const nameOf = usePersonName();
  const name = person === null ? '' : nameOf(person);
  const isDisabled = person?.isDisabled === true;
  return (
    <ActionDialog
      isOpen={person !== null}
      title={isDisabled ? t`Unlock the account of ${name}?` : t`Lock the account of ${name}?`}
      confirm={isDisabled ? <Trans>Unlock</Trans> : <Trans>Lock</Trans>}
      isDangerous={!isDisabled}
      onConfirm={async () => person && sendLock(person.personId, !isDisabled)}
      onClose={onClose}
      onDone={() =>
        onDone(isDisabled ? t`The account of ${name} is open again.` : t`The account of ${name} is locked.`)
      }
    >
      {isDisabled ? (
        <p>
          <Trans>{name} can sign in again, with the roles that remain.</Trans>
        </p>
      ) : (
        <p>
          <Trans>
            {name} is signed out everywhere, at once, and cannot sign in. The roles remain and count again when the
            account is unlocked. To take a role away, end the membership in the organisation.
          </Trans>
        </p>
      )}
    </ActionDialog>
  );
}
