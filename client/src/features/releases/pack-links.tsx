import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { type Language, languages } from '#shared/domain/language.ts';
import { useLanguage } from '../../lib/use-language.ts';
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
      <a href={addressIn(language)} download>
        {children}
      </a>
      {languages
        .filter((other) => other !== language)
        .map((other) => (
          <span key={other}>
            {' '}
            <Trans>or</Trans>{' '}
            <a href={addressIn(other)} download>
              <VisuallyHidden>{name}</VisuallyHidden> {named[other]}
            </a>
          </span>
        ))}
    </>
  );
}
