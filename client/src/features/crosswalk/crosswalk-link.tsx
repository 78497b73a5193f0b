import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Section } from '../../ui/page/section.tsx';

/** The way to the figures from where the result is. */
export function CrosswalkLink({ href }: { href: string }) {
  const { t } = useLingui();
  return (
    <Section
      title={t`The same answers in the EU's measures`}
      lead={
        <Trans>
          How far the answers reach in the form of the EU's innovation hubs and in Eurostat's measure. Derived, not
          official.
        </Trans>
      }
    >
      <ButtonRow>
        <ButtonLink to={href} variant="secondary">
          <Trans>See the EU's measures</Trans>
        </ButtonLink>
      </ButtonRow>
    </Section>
  );
}
