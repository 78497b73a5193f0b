import { Trans, useLingui } from '@lingui/react/macro';
import { NavLink } from 'react-router';
import styles from './coordination.module.css';

export type CoordinationHrefs = {
  organisations: string;
  people: string;
  outbox: string;
  auditLog: string;
  erasures: string;
};

/** The pages of those who look after the site. Somebody of one organisation has only that, and needs no way between. */
export function CoordinationNavigation({ hrefs }: { hrefs: CoordinationHrefs }) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Coordination`}>
      <ul className={styles.navigation}>
        <li>
          <NavLink to={hrefs.organisations}>
            <Trans>Organisations</Trans>
          </NavLink>
        </li>
        <li>
          <NavLink to={hrefs.people}>
            <Trans>Staff</Trans>
          </NavLink>
        </li>
        <li>
          <NavLink to={hrefs.outbox}>
            <Trans>Mail</Trans>
          </NavLink>
        </li>
        <li>
          <NavLink to={hrefs.auditLog}>
            <Trans>Log</Trans>
          </NavLink>
        </li>
        <li>
          <NavLink to={hrefs.erasures}>
            <Trans>Erasure</Trans>
          </NavLink>
        </li>
      </ul>
    </nav>
  );
}
