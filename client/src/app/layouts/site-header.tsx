import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, NavLink } from 'react-router';
import type { Language } from '#shared/domain/language.ts';
import { siteName } from '../../lib/site-name.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { LanguageSwitch } from '../../ui/preferences/language-switch.tsx';
import { type Theme, ThemeSwitch } from '../../ui/preferences/theme-switch.tsx';
import { chooseLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';
import { chooseTheme, readTheme } from '../theme/theme.ts';
import { AccountPart, type AccountPartProps } from './account-part.tsx';
import { DemoStrip } from './demo-strip.tsx';
import { Logo } from './logo.tsx';
import styles from './site-header.module.css';

const languageNames = [
  { code: 'sv', name: 'Svenska' },
  { code: 'en', name: 'English' },
] as const;

export type SiteHeaderProps = AccountPartProps & {
  /** The server shows simulated firms: every page says so. */
  isDemo: boolean;
  hasDemoPeople: boolean;
};

export function SiteHeader({ isDemo, hasDemoPeople, visitor }: SiteHeaderProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [theme, setTheme] = useState(readTheme);
  const [isLanguageMissing, setLanguageMissing] = useState(false);

  const handleLanguage = (chosen: Language) => {
    chooseLanguage(chosen).then(
      () => setLanguageMissing(false),
      () => setLanguageMissing(true),
    );
  };
  const handleTheme = (chosen: Theme) => {
    chooseTheme(chosen);
    setTheme(chosen);
  };

  return (
    <header className={styles.header}>
      {isDemo && <DemoStrip hasPeople={hasDemoPeople} />}
      <div className={styles.row}>
        <Link to={paths.home()} className={styles.wordmark} aria-label={t`${siteName}, to the first page`}>
          <Logo />
          <span>{siteName}</span>
        </Link>
        <nav className={styles.ways} aria-label={t`The site`}>
          <NavLink to={paths.publishedReleases()} className={() => styles.way} aria-current="true">
            <Trans>Figures</Trans>
          </NavLink>
        </nav>
        <div className={styles.preferences}>
          <LanguageSwitch languages={languageNames} current={language} onChange={handleLanguage} />
          <ThemeSwitch current={theme} onChange={handleTheme} />
        </div>
        <AccountPart visitor={visitor} />
      </div>
      {isLanguageMissing && (
        <Notice tone="warning" role="status">
          <Trans>The other language could not be fetched. Try again when the network is back.</Trans>
        </Notice>
      )}
    </header>
  );
}
