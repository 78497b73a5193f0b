import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { paths } from '../paths.ts';
import styles from './site-footer.module.css';

/** `isEditor`: the reader works with the questionnaires. */
export function SiteFooter({ isEditor }: { isEditor: boolean }) {
  const { t } = useLingui();
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p className={styles.about}>
          <Trans>
            Måttstock builds on the strategy for industrial transformation in Norra Mellansverige: Värmland, Dalarna and
            Gävleborg.
          </Trans>
        </p>
        <nav aria-label={t`About the site`}>
          <ul className={styles.links}>
            <li>
              <Link to={paths.packages()}>
                <Trans>Support packages</Trans>
              </Link>
            </li>
            <li>
              <Link to={paths.strategy()}>
                <Trans>The strategy</Trans>
              </Link>
            </li>
            <li>
              <Link to={paths.publishedReleases()}>
                <Trans>Figures</Trans>
              </Link>
            </li>
            <li>
              <Link to={paths.method()}>
                <Trans>How we measure</Trans>
              </Link>
            </li>
            <li>
              <Link to={paths.privacy()}>
                <Trans>Who sees the answers</Trans>
              </Link>
            </li>
            <li>
              <Link to={paths.accessibility()}>
                <Trans>Accessibility</Trans>
              </Link>
            </li>
            {isEditor && (
              <li>
                <Link to={paths.editor()}>
                  <Trans>For editors</Trans>
                </Link>
              </li>
            )}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
