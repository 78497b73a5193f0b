import { NavLink } from 'react-router';
import styles from './navigation.module.css';

export type PageLink = {
  readonly href: string;
  readonly name: string;
  /** Current on this page alone, not on those below it. */
  readonly end?: boolean;
};

/** The way between the pages of one workplace. */
export function PageNavigation({ label, links }: { label: string; links: readonly PageLink[] }) {
  return (
    <nav aria-label={label}>
      <ul className={styles.pages}>
        {links.map(({ href, name, end = false }) => (
          <li key={href}>
            <NavLink to={href} end={end}>
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
