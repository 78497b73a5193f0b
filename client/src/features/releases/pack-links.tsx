import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { type Language, languages } from '#shared/domain/language.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { DownloadLink } from '../../ui/link/download-link.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden.tsx';

type PackLinksProps = {
  /** As the first link is called, in the language of the page. */
  children: ReactNode;
  /** Of whom the papers are for, besides the language of the other link. */
  name: string;
  addressIn: (language: Language) => string;
};

/** Papers in the language of the page, and in the other. */
export function PackLinks({ children, name, addressIn }: PackLinksProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const named: Record<Language, string> = { sv: t`in Swedish`, en: t`in English` };
  return (
    <>
      <DownloadLink href={addressIn(language)}>{children}</DownloadLink>
      {languages
        .filter((other) => other !== language)
        .map((other) => (
          <span key={other}>
            {' '}
            <Trans>or</Trans>{' '}
            <DownloadLink href={addressIn(other)}>
              <VisuallyHidden>{name}</VisuallyHidden> {named[other]}
            </DownloadLink>
          </span>
        ))}
    </>
  );
}
