import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { MinuteRule } from './minute-rule.tsx';

type HowItGoesProps = { minutes: number | undefined; isSignedIn: boolean; hrefs: { packages: string } };

/** The way through, measured in minutes where the instrument says how many. */
export function HowItGoes({ minutes, isSignedIn, hrefs }: HowItGoesProps) {
  const { t } = useLingui();
  const steps = [
    {
      mark: t`Minute 0`,
      title: t`You begin at once`,
      text: isSignedIn ? (
        <Trans>First a few facts about the firm, so that the questions fit you.</Trans>
      ) : (
        <Trans>No account and no password. First a few facts about the firm, so that the questions fit you.</Trans>
      ),
    },
    {
      mark: minutes ? t`Minute 1–${minutes}` : t`Meanwhile`,
      title: t`One question at a time`,
      text: (
        <Trans>
          Five answers in words; choose the one that is true with you today. “Don't know” is a good answer too: it does
          not lower the result.
        </Trans>
      ),
    },
    {
      mark: minutes ? t`Minute ${minutes}` : t`At the end`,
      title: t`The answer at once`,
      text: (
        <Trans>Where you stand in each area, how sure that is, and what the next level looks like in practice.</Trans>
      ),
    },
    {
      mark: t`Afterwards`,
      title: t`Support that fits`,
      text: (
        <Trans>
          One to three suggestions, with the reasons. You decide whether anyone gets in touch. What is shown are{' '}
          <Link to={hrefs.packages}>proposals</Link> until the regions have confirmed them.
        </Trans>
      ),
    },
  ];

  return (
    <Section title={<Trans>How it goes</Trans>}>
      <MinuteRule steps={steps} />
    </Section>
  );
}
