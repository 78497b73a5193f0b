import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { Factors } from '#shared/contracts/second-factor.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { formatDate } from '../../lib/format.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import styles from './account.module.css';
import { leaveForLink, sendIdentityRemoval } from './api.ts';
import { useAccountAction } from './proof.tsx';
import { RemovalDialog } from './removal-dialog.tsx';

type Identity = Factors['identities'][number];

const headingId = 'identities-heading';

/** The one who answers for an identity, by its host. */
const hostOf = (issuer: string): string => URL.parse(issuer)?.host ?? issuer;

function IdentityRow({ identity, onRemove }: { identity: Identity; onRemove: () => void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const host = hostOf(identity.issuer);
  const day = formatDate(new Date(identity.createdAt), language);
  return (
    <li className={styles.row}>
      <div>
        <strong>{host}</strong>
        <br />
        <span className={styles.muted}>
          <Trans>Connected {day}.</Trans>
        </span>
      </div>
      <Button variant="quiet" aria-label={t`Disconnect ${host}`} onClick={onRemove}>
        <Trans>Disconnect</Trans>
      </Button>
    </li>
  );
}

/** The organisation's own sign-in, where the site has one or the account still has a connection. */
export function Identities({ identities, oidc }: { identities: readonly Identity[]; oidc: LocalisedText | null }) {
  const localise = useLocalised();
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  const focusAfter = useFocusAfter();
  const [removed, setRemoved] = useState<Identity>();
  const { isBusy, fault, run } = useAccountAction();
  if (oidc === null && identities.length === 0) return null;
  const provider = oidc === null ? '' : localise(oidc);
  const host = removed === undefined ? '' : hostOf(removed.issuer);
  return (
    <div className={styles.form}>
      <h3 id={headingId} tabIndex={-1} className={styles.heading}>
        <Trans>Your organisation's own sign-in</Trans>
      </h3>
      {identities.length > 0 && (
        <ul className={styles.list}>
          {identities.map((identity) => (
            <IdentityRow key={identity.identityId} identity={identity} onRemove={() => setRemoved(identity)} />
          ))}
        </ul>
      )}
      <FaultNotice fault={fault} />
      {oidc !== null && (
        <ButtonRow>
          <Button variant="secondary" isBusy={isBusy} onClick={() => run(() => leaveForLink(language))}>
            <Trans>Connect {provider}</Trans>
          </Button>
        </ButtonRow>
      )}
      <RemovalDialog
        isOpen={removed !== undefined}
        title={<Trans>Disconnect {host}?</Trans>}
        actionLabel={<Trans>Disconnect</Trans>}
        remove={async () => {
          if (removed !== undefined) await sendIdentityRemoval(removed.identityId);
          await revalidate();
          focusAfter(() => document.getElementById(headingId));
        }}
        onClose={() => setRemoved(undefined)}
      >
        <Trans>You can no longer sign in here through it. The other ways still work.</Trans>
      </RemovalDialog>
    </div>
  );
}
