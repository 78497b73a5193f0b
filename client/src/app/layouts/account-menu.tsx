import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden.tsx';
import { paths } from '../paths.ts';
import { useSignOut } from '../use-sign-out.ts';
import { useWorkplaceWords } from '../use-workplace-words.ts';
import { workplacesOf } from '../workplaces.ts';
import styles from './account-menu.module.css';
import frame from './account-part.module.css';

function SignOut() {
  const say = useProblemWords();
  const signOut = useSignOut(paths.home());
  const [failure, setFailure] = useState<unknown>(null);
  return (
    <>
      <button type="button" className={styles.item} onClick={() => void signOut().catch(setFailure)}>
        <Trans>Sign out</Trans>
      </button>
      {failure !== null && (
        <p role="alert" className={styles.fault}>
          {say(failure)}
        </p>
      )}
    </>
  );
}

function Items({ account }: { account: AccountDocument }) {
  const wordsOf = useWorkplaceWords();
  return (
    <ul className={styles.items}>
      <li className={styles.who}>
        {account.name}
        {account.name !== null && <br />}
        {account.email}
      </li>
      {workplacesOf(account).map((workplace) => (
        <li key={workplace.href}>
          <Link to={workplace.href} className={styles.item}>
            {wordsOf(workplace)}
          </Link>
        </li>
      ))}
      <li>
        <Link to={paths.account()} className={styles.item}>
          <Trans>Your account</Trans>
        </Link>
      </li>
      <li>
        <SignOut />
      </li>
    </ul>
  );
}

/** Closes what is open when one clicks beside it or comes to another page. */
function useClosing(isOpen: boolean, close: () => void) {
  const menu = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes it, and nothing else does.
  useEffect(close, [key]);
  useEffect(() => {
    if (!isOpen) return;
    const closeBeside = ({ target }: Event) => {
      if (target instanceof Node && !menu.current?.contains(target)) close();
    };
    document.addEventListener('pointerdown', closeBeside);
    document.addEventListener('focusin', closeBeside);
    return () => {
      document.removeEventListener('pointerdown', closeBeside);
      document.removeEventListener('focusin', closeBeside);
    };
  });
  return menu;
}

/** Who is signed in, and the way to where they work. */
export function AccountMenu({ account }: { account: AccountDocument }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const menu = useClosing(isOpen, () => setOpen(false));
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    setOpen(false);
    menu.current?.querySelector('summary')?.focus();
  };
  return (
    <nav aria-label={t`Account`}>
      <details ref={menu} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} onKeyDown={closeByKey}>
        <summary className={`${frame.control} ${styles.summary}`}>
          <VisuallyHidden>
            <Trans>Account:</Trans>{' '}
          </VisuallyHidden>
          <span className={styles.name}>{account.name ?? account.email}</span>
        </summary>
        <Items account={account} />
      </details>
    </nav>
  );
}
