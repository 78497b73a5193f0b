import type { ComponentProps, MouseEvent } from 'react';
import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant | undefined;
  /** The action is under way: the button keeps its focus and its place but does nothing more. */
  isBusy?: boolean | undefined;
  /** There is nothing to do just now: as above, so that a press which leads here does not lose the focus. */
  isUnavailable?: boolean | undefined;
};

export function Button(props: ButtonProps) {
  const { variant = 'primary', isBusy = false, isUnavailable = false, type = 'button', onClick, ...rest } = props;
  const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (isBusy || isUnavailable) event.preventDefault();
    else onClick?.(event);
  };

  return (
    <button
      {...rest}
      type={type}
      className={styles.button}
      data-variant={variant}
      aria-disabled={isBusy || isUnavailable || undefined}
      aria-busy={isBusy || undefined}
      onClick={handleClick}
    />
  );
}
