import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FocusEvent, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import styles from './actions.module.css';
import type { Deed } from './referral-action.ts';
import { useActionWords } from './use-action-words.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

const undoSeconds = 10;

type UndoNoticeProps = { pending: Deed; onUndo: () => void; onSendNow: () => void; onOver: () => void };

/**
 * What is about to be done. Whoever points at it, or goes into it with the keyboard, has all the time there is. A pointer
 * that lay still where the box opened points at nothing until it is moved.
 */
export function UndoNotice({ pending, onUndo, onSendNow, onOver }: UndoNoticeProps) {
  const { t } = useLingui();
  const words = useActionWords();
  const [isPointedAt, setPointedAt] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const count = pending.targets.length;
  const isPaused = isPointedAt || hasFocus;
  const left = useSecondsLeft(undoSeconds, isPaused, onOver);
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocus(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: to stay at it holds the time; every deed is a button.
    <div
      className={styles.undo}
      onPointerMove={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocus={() => setFocus(true)}
      onBlur={leave}
    >
      <p>
        <strong>{words.underWay(pending.action, count)}.</strong>{' '}
        {pending.action.kind === 'move' && (
          <Plural value={count} one="The firm is told by mail." other="The firms are told by mail." />
        )}
      </p>
      <p className={styles.countdown} aria-hidden="true">
        {isPaused ? <Trans>Waits while the pointer or the focus is in this box</Trans> : t`Is done in ${left} s`}
      </p>
      <ButtonRow>
        <Button onClick={onUndo}>
          <Trans>Undo</Trans>
        </Button>
        <Button variant="secondary" onClick={onSendNow}>
          <Trans>Do it now</Trans>
        </Button>
      </ButtonRow>
    </div>
  );
}
