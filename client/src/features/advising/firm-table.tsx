import { Trans, useLingui } from '@lingui/react/macro';
import type { LettingIn } from '#shared/contracts/advising.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
import { type Column, Table } from '../../ui/table/table.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import type { FirmsHrefs } from './firms-page.tsx';
import { useAdvisingWords } from './use-advising-words.ts';

function FirmName({ firm, hrefs }: { firm: LettingIn; hrefs: FirmsHrefs }) {
  const words = useAdvisingWords();
  const name = words.firm(firm.name);
  // To be named in a group opens nothing of the firm.
  const hasMore = firm.purposes.some((purpose) => purpose !== 'cohort');
  return (
    <>
      {hasMore ? <Link to={hrefs.firm(firm.organisationId, firm.firmId)}>{name}</Link> : name}{' '}
      {firm.isSimulated && (
        <Tag tone="warning">
          <Trans>Simulated firm</Trans>
        </Tag>
      )}
    </>
  );
}

type FirmTableProps = { firms: readonly LettingIn[]; hasOrganisations: boolean; hrefs: FirmsHrefs };

export function FirmTable({ firms, hasOrganisations, hrefs }: FirmTableProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useAdvisingWords();
  const organisation: Column<LettingIn> = {
    key: 'organisation',
    header: t`Through`,
    cell: ({ organisationName }) => localise(organisationName),
  };
  const columns: Column<LettingIn>[] = [
    { key: 'firm', header: t`Firm`, isRowHeader: true, cell: (firm) => <FirmName firm={firm} hrefs={hrefs} /> },
    { key: 'purposes', header: t`Shares`, cell: ({ purposes }) => purposes.map(words.purpose).join(', ') },
    { key: 'since', header: t`Since`, cell: ({ since }) => formatDate(new Date(since), language) },
    ...(hasOrganisations ? [organisation] : []),
  ];
  return (
    <Table
      caption={t`Firms`}
      columns={columns}
      rows={firms}
      rowKey={({ organisationId, firmId }) => `${organisationId} ${firmId}`}
    />
  );
}
