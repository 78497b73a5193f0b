import { Plural, useLingui } from '@lingui/react/macro';
import type { FirmConsent } from '#shared/contracts/firms.ts';
import { versionNumber } from '#shared/domain/version-number.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Table } from '../../ui/table/table.tsx';
import { usePurposeWords } from './use-purpose-words.ts';

/** What was agreed to and then withdrawn. */
export function EarlierConsents({ consents }: { consents: readonly FirmConsent[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = usePurposeWords();
  const ended = consents.filter(({ withdrawnAt }) => withdrawnAt !== null);
  if (ended.length === 0) return null;
  const versionOf = (code: string) => {
    const version = versionNumber(code);
    return t`version ${version}`;
  };
  const dayOf = (at: string | null) => (at === null ? '' : formatDate(new Date(at), language));
  return (
    <Details summary={<Plural value={ended.length} one="# earlier consent" other="# earlier consents" />}>
      <Table
        caption={t`Earlier consents`}
        columns={[
          {
            key: 'receiver',
            header: t`To whom`,
            cell: ({ receiver }: FirmConsent) => localise(receiver.name),
            isRowHeader: true,
          },
          { key: 'purpose', header: t`For what`, cell: ({ purpose }: FirmConsent) => words.name(purpose) },
          { key: 'given', header: t`Given on`, cell: ({ givenAt }: FirmConsent) => dayOf(givenAt) },
          { key: 'withdrawn', header: t`Withdrawn on`, cell: ({ withdrawnAt }: FirmConsent) => dayOf(withdrawnAt) },
          { key: 'wording', header: t`Wording`, cell: ({ wordingVersion }: FirmConsent) => versionOf(wordingVersion) },
        ]}
        rows={ended}
        rowKey={({ consentId }) => consentId}
      />
    </Details>
  );
}
