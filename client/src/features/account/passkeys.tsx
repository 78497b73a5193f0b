import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { Factors } from '#shared/contracts/second-factor.ts';
import { formatDate } from '../../lib/format.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import styles from './account.module.css';
import { sendPasskeyRemoval } from './api.ts';
import { NewPasskeyForm } from './new-passkey-form.tsx';
import { RemovalDialog } from './removal-dialog.tsx';

type Passkey = Factors['passkeys'][number];

const headingId = 'passkeys-heading';

function PasskeyRow({ passkey, onRemove }: { passkey: Passkey; onRemove: () => void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { name, createdAt, lastUsedAt } = passkey;
  const added = formatDate(new Date(createdAt), language);
  const used = lastUsedAt === null ? '' : formatDate(new Date(lastUsedAt), language);
  return (
    <li className={styles.row}>
      <div>
        <strong>{name}</strong>
        <br />
        <span className={styles.muted}>
          <Trans>Added {added}.</Trans>{' '}
          {lastUsedAt === null ? <Trans>Not used yet.</Trans> : <Trans>Last used {used}.</Trans>}
        </span>
      </div>
      <Button variant="quiet" aria-label={t`Remove ${name}`} onClick={onRemove}>
        <Trans>Remove</Trans>
      </Button>
    </li>
  );
}

/** The passkeys of the account, each under the name it was given. */
export function Passkeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  const { revalidate } = useRevalidator();
  const focusAfter = useFocusAfter();
  const [removed, setRemoved] = useState<Passkey>();
  const [isAdded, setAdded] = useState(false);
  const finish = async () => {
    await revalidate();
    focusAfter(() => document.getElementById(headingId));
  };
  const name = removed?.name ?? '';
  return (
    <div className={styles.form}>
      <h3 id={headingId} tabIndex={-1} className={styles.heading}>
        <Trans>Passkeys</Trans>
      </h3>
      {passkeys.length === 0 ? (
        <p>
          <Trans>
            None yet. With a passkey you sign in by unlocking your device, without a code and without an app.
          </Trans>
        </p>
      ) : (
        <ul className={styles.list}>
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.passkeyId} passkey={passkey} onRemove={() => setRemoved(passkey)} />
          ))}
        </ul>
      )}
      <NewPasskeyForm
        onAdded={async () => {
          setAdded(true);
          await revalidate();
        }}
      />
      <p role="status">{isAdded && <Trans>The passkey is added.</Trans>}</p>
      <RemovalDialog
        isOpen={removed !== undefined}
        title={<Trans>Remove the passkey {name}?</Trans>}
        remove={async () => {
          if (removed !== undefined) await sendPasskeyRemoval(removed.passkeyId);
          setAdded(false);
          await finish();
        }}
        onClose={() => setRemoved(undefined)}
      >
        <Trans>It stops working here at once. It may still be shown on the device until you delete it there.</Trans>
      </RemovalDialog>
    </div>
  );
}
