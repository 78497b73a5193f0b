import { Trans } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { paths } from '../paths.ts';
import styles from './account-part.module.css';

/** Who answers without an account does not fetch it. */
const AccountMenu = lazy(async () => ({ default: (await import('./account-menu.tsx')).AccountMenu }));

export type AccountPartProps = {
  /** Null when nobody is signed in; undefined as long as that is not known. */
  visitor: AccountDocument | null | undefined;
};

/** Who is signed in, or the way in. */
export function AccountPart({ visitor }: AccountPartProps) {
  if (visitor === undefined) return null;
  return (
    <div className={styles.account}>
      {visitor === null ? (
        <Link to={paths.signIn()} className={styles.control}>
          <Trans>Sign in</Trans>
        </Link>
      ) : (
        <Suspense fallback={null}>
          <AccountMenu account={visitor} />
        </Suspense>
      )}
    </div>
  );
}
