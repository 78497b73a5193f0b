import { Trans } from '@lingui/react/macro';
import { Link } from '../../ui/link/link.tsx';
import styles from './account.module.css';

/** The way to the one page where the account is asked to be erased, and where the answer is. */
export function Erasure({ href }: { href: string }) {
  return (
    <div className={styles.form}>
      <h3>
        <Trans>If you want it erased</Trans>
      </h3>
      <p>
        <Trans>
          You ask for it on a page of its own, which says what is erased, and what the law makes us keep and why. There
          you also follow what you have asked for. What you share with others you can withdraw at once, on the pages of
          the firm.
        </Trans>
      </p>
      <p>
        <Link to={href}>
          <Trans>Erase your account</Trans>
        </Link>
      </p>
    </div>
  );
}
