import { Trans } from '@lingui/react/macro';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../button/button.tsx';
import { ButtonRow } from '../button/button-row.tsx';
import styles from './dialog.module.css';

export type DialogProps = {
  isOpen: boolean;
  /** Escape, the cancel button or a click beside the dialog. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** The buttons that do something; "Cancel" is added after them. */
  actions?: ReactNode | undefined;
  cancelLabel?: ReactNode | undefined;
};

/**
 * A question that must be answered first. Its heading takes the focus, so that no key pressed too soon does what is
 * asked about. The browser keeps the focus inside and gives it back afterwards.
 */
export function Dialog({ isOpen, onClose, title, children, actions, cancelLabel }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (!isOpen) {
      dialog.current?.close();
      return;
    }
    dialog.current?.showModal();
    heading.current?.focus();
  }, [isOpen]);

  const closeOnBackdrop = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes a dialog by Escape, which the browser does itself.
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={closeOnBackdrop}
    >
      {isOpen && (
        <div className={styles.body}>
          <h2 ref={heading} id={titleId} tabIndex={-1}>
            {title}
          </h2>
          {children}
          <ButtonRow>
            {actions}
            <Button variant="secondary" onClick={onClose}>
              {cancelLabel ?? <Trans>Cancel</Trans>}
            </Button>
          </ButtonRow>
        </div>
      )}
    </dialog>
  );
}
