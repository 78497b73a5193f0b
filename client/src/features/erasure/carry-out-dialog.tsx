import { Trans, useLingui } from '@lingui/react/macro';
import type { ErasureCase } from '#shared/contracts/erasure.ts';
import type { Attempt } from '../../lib/use-action.ts';
import { sendCarryingOut } from './api.ts';
import { useCaseName } from './case-subject.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

function PersonConsequences() {
  return (
    <ul>
      <li>
        <Trans>The person is signed out at once, and all roles end.</Trans>
      </li>
      <li>
        <Trans>Name, address and ways of signing in are gone, and the address in invitations and mail.</Trans>
      </li>
      <li>
        <Trans>Open requests for contact in which nobody else can be asked for are withdrawn.</Trans>
      </li>
      <li>
        <Trans>What the firm has answered stays with the firm.</Trans>
      </li>
    </ul>
  );
}

function FirmConsequences({ isPart }: { isPart: boolean }) {
  return (
    <ul>
      <li>
        <Trans>Everybody in the firm loses it at once, and every organisation it let in.</Trans>
      </li>
      <li>
        {isPart ? (
          <Trans>
            Answers without free text, levels and results stay in the database, with county, industry and size but
            without a name.
          </Trans>
        ) : (
          <Trans>All its answers and results are gone.</Trans>
        )}
      </li>
      <li>
        <Trans>The accounts of its people stay.</Trans>
      </li>
    </ul>
  );
}

type CarryOutDialogProps = {
  request: ErasureCase | null;
  attempt: Attempt;
  onClose: () => void;
  onDone: () => Promise<void>;
};

/** Names what follows from it, then does what was decided. */
export function CarryOutDialog({ request, attempt, onClose, onDone }: CarryOutDialogProps) {
  const { t } = useLingui();
  const nameOf = useCaseName();
  const name = request === null ? '' : nameOf(request);
  return (
    <ConfirmDialog
      isOpen={request !== null}
      title={t`Carry out the erasure of ${name}?`}
      confirm={<Trans>Erase</Trans>}
      attempt={attempt}
      onConfirm={async () => request && sendCarryingOut(request.erasureRequestId)}
      onClose={onClose}
      onDone={onDone}
    >
      {request?.scope === 'firm' ? (
        <FirmConsequences isPart={request.decision?.decision === 'partly-granted'} />
      ) : (
        <PersonConsequences />
      )}
      <p>
        <strong>
          <Trans>It cannot be undone.</Trans>
        </strong>{' '}
        <Trans>The log keeps that it was done, when and by whom.</Trans>
      </p>
    </ConfirmDialog>
  );
}
