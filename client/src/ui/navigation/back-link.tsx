import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './navigation.module.css';

export type BackLinkProps = Omit<LinkProps, 'className' | 'style'> & { children: ReactNode };

/** One step up or back, above the heading. */
export function BackLink({ children, ...rest }: BackLinkProps) {
  return (
    <Link {...rest} className={styles.back}>
      {children}
    </Link>
  );
}
