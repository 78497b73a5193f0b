import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Section } from '../../ui/page/section.tsx';

/** The way to the files from where an adviser reads the result. */
export function ReportsLink({ href }: { href: string }) {
  const { t } = useLingui();
  return (
    <Section
      title={t`The result as files`}
      lead={
        <Trans>
          What the firm lets its advisers read of the result. It sees which files are taken, by whom and when.
        </Trans>
      }
    >
      <ButtonRow>
        <ButtonLink to={href} variant="secondary">
          <Trans>Take files of the result</Trans>
        </ButtonLink>
      </ButtonRow>
    </Section>
  );
}
