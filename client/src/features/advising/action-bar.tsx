import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button/button.tsx';
import styles from './actions.module.css';
import { AssignField } from './assign-field.tsx';
import { isOpen, movesForAll, type RequestTarget } from './referral-action.ts';
import { useActionWords } from './use-action-words.ts';
import type { ReferralDesk } from './use-referral-desk.ts';

type ActionBarProps = {
  /** Tells its fields from those of another bar on the page. */
  name: string;
  /** What it is about, for those who hear one bar after another. */
  label: string;
  targets: readonly RequestTarget[];
  desk: ReferralDesk;
  ownPersonId: string | null;
  /** What can be done besides. */
  children?: ReactNode | undefined;
};

/** What can be done with all of the requests, and nothing that cannot be done with one of them. */
export function ActionBar({ name, label, targets, desk, ownPersonId, children }: ActionBarProps) {
  const { t } = useLingui();
  const words = useActionWords();
  const moves = movesForAll(targets);
  if (targets.length === 0 || !targets.every(isOpen)) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in.
    <div className={styles.bar} role="group" aria-label={label}>
      {moves.map((move, index) => (
        <Button
          key={move}
          variant={index === 0 ? 'primary' : 'secondary'}
          isBusy={desk.actions.sending !== null}
          onClick={() => desk.move(move, targets)}
        >
          {words.move(move)}
        </Button>
      ))}
      {moves.length === 0 && (
        <p>{t`Those chosen are at different stages, so there is no step they can take together.`}</p>
      )}
      {children}
      <AssignField name={name} targets={targets} desk={desk} ownPersonId={ownPersonId} />
    </div>
  );
}
