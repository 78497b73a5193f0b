import { Trans } from '@lingui/react/macro';
import { type MouseEvent, type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react';
import { Button } from '../button/button.tsx';
import { ButtonRow } from '../button/button-row.tsx';
import styles from './dialog.module.css';

export type DialogProps = {
  isOpen: boolean;
  /** Escape, the cancel button or a click beside the dialog. */
  onClose: () => void;
  /** What was asked about is being done. As long as that lasts there is no way out. */
  isBusy?: boolean | undefined;
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
export function Dialog({ isOpen, onClose, isBusy = false, title, children, actions, cancelLabel }: DialogProps) {
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

  const keepWhileBusy = (event: SyntheticEvent) => {
    if (isBusy) event.preventDefault();
  };
  const handleClose = () => {
    // Pressed twice, Escape closes a dialog in some browsers whatever the page says.
    if (isOpen && isBusy) dialog.current?.showModal();
    else onClose();
  };
  const closeOnBackdrop = (event: MouseEvent) => {
    if (event.target === dialog.current && !isBusy) onClose();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes a dialog by Escape, which the browser does itself.
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={keepWhileBusy}
      onClose={handleClose}
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
            <Button variant="secondary" isUnavailable={isBusy} onClick={onClose}>
              {cancelLabel ?? <Trans>Cancel</Trans>}
            </Button>
          </ButtonRow>
        </div>
      )}
    </dialog>
  );
}
