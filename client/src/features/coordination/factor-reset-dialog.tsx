import { Trans, useLingui } from '@lingui/react/macro';
import type { PersonSummary } from '#shared/contracts/coordination.ts';
import { ActionDialog } from './action-dialog.tsx';
import { sendFactorReset } from './api.ts';
import { usePersonName } from './person-row.tsx';

/** Does the work, with proof of who one is if that is what it takes. */
export type WithProof = (work: () => Promise<void>) => Promise<void>;

type FactorResetDialogProps = {
  person: PersonSummary | null;
  withProof: WithProof;
  onClose: () => void;
  onDone: (words: string) => Promise<void>;
};

/** Lets somebody who has lost the second step begin with a new one. */
export function FactorResetDialog({ person, withProof, onClose, onDone }: FactorResetDialogProps) {
  const { t } = useLingui();
  const nameOf = usePersonName();
  const name = person === null ? '' : nameOf(person);
  return (
    <ActionDialog
      isOpen={person !== null}
      title={t`Reset the sign-in of ${name}?`}
      confirm={<Trans>Reset sign-in</Trans>}
      onConfirm={() =>
        withProof(async () => {
          if (person !== null) await sendFactorReset(person.personId);
        })
      }
      onClose={onClose}
      onDone={() => onDone(t`The sign-in of ${name} has been reset, and a mail to ${name} is on its way.`)}
    >
      <p>
        <Trans>
          For somebody who has lost the phone and has no recovery codes left. The authenticator app, the recovery codes,
          the passkeys and the connection to an organisation’s own sign-in stop working, and {name} is signed out
          everywhere, at once. At the next sign-in, with a code by e-mail, {name} sets up a new second step. The roles
          remain.
        </Trans>
      </p>
      <p>
        <Trans>
          First call {name} on a number you already have, and make sure that it is {name} who asks. Until a new second
          step is in place, whoever can read the mailbox can set up one of their own.
        </Trans>
      </p>
    </ActionDialog>
  );
}
