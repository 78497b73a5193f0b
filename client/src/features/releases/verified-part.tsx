import { Trans } from '@lingui/react/macro';
import type { PublishedVerification } from '#shared/contracts/release-verifications.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Section } from '../../ui/page/section.tsx';

function Verified({ verification }: { verification: PublishedVerification }) {
  const language = useLanguage();
  const localise = useLocalised();
  const { isSame, program } = verification;
  const day = formatDate(new Date(verification.endedAt), language);
  const region = localise(verification.organisationName);
  return (
    <li>
      {isSame ? (
        <Trans>
          Built again {day} by {region}: same fingerprint ({program}).
        </Trans>
      ) : (
        <Trans>
          Built again {day} by {region}: another fingerprint ({program}).
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
          A release is built again from what it was built from. The fingerprint (SHA-256) is the same when every figure
          is.
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
