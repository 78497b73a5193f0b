import { Trans } from '@lingui/react/macro';
import type { PublishedVerification } from '#shared/contracts/release-verifications.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Section } from '../../ui/page/section.tsx';

function Verified({ verification }: { verification: PublishedVerification }) {
  const language = useLanguage();
  const localise = useLocalised();
  const { isSame } = verification;
  const day = formatDate(new Date(verification.endedAt), language);
  const region = localise(verification.organisationName);
  return (
    <li>
      {isSame ? (
        <Trans>
          Built again {day} by {region}: every figure was the same.
        </Trans>
      ) : (
        <Trans>
          Built again {day} by {region}: something was not the same.
        </Trans>
      )}
    </li>
  );
}

/** Each time that a region has built it again; nothing when none has. */
export function VerifiedPart({ verifications }: { verifications: readonly PublishedVerification[] }) {
  if (verifications.length === 0) return null;
  return (
    <Section title={<Trans>Built again</Trans>}>
      <p>
        <Trans>
          A region can build a release again from what it was built from, to see whether the figures are the same.
        </Trans>
      </p>
      <ul>
        {verifications.map((verification) => (
          <Verified key={verification.endedAt} verification={verification} />
        ))}
      </ul>
    </Section>
  );
}
