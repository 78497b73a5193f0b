import { useEffect, useId, useState } from 'react';
import { matchPath, NavLink, useLocation } from 'react-router';
import styles from './navigation.module.css';

export type PageLink = {
  readonly href: string;
  readonly name: string;
  /** Current on this page alone, not on those below it. */
  readonly end?: boolean;
};

/** As many as a narrow screen shows without pushing the page out of sight. */
const mostUnfolded = 4;

function nameOfCurrent(links: readonly PageLink[], pathname: string): string | undefined {
  const current = links.filter(({ href, end = false }) => matchPath({ path: href, end }, pathname) !== null);
  return current.toSorted((one, other) => other.href.length - one.href.length)[0]?.name;
}

/** The way between the pages of one workplace. Where the screen is narrow many of them are folded into one line. */
export function PageNavigation({ label, links }: { label: string; links: readonly PageLink[] }) {
  const { pathname, key } = useLocation();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page folds it again, and nothing else does.
  useEffect(() => setOpen(false), [key]);
  const folds = links.length > mostUnfolded;
  const current = nameOfCurrent(links, pathname);
  return (
    <nav aria-label={label} data-folded={(folds && !isOpen) || undefined}>
      {folds && (
        <button
          type="button"
          className={styles.unfold}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {current === undefined ? label : `${label}: ${current}`}
        </button>
      )}
      <ul id={id} className={styles.pages}>
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
