import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';
import type { ButtonVariant } from './button.tsx';

export type ButtonLinkProps = Omit<LinkProps, 'className' | 'style'> & { variant?: ButtonVariant | undefined };

/** A step to another page that looks like a button; a link to every program that reads the page. */
export function ButtonLink({ variant = 'primary', ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={styles.button} data-variant={variant} />;
}
