import { Trans, useLingui } from '@lingui/react/macro';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import type { SharedFirm } from './api.ts';

type SharedRoundsProps = { results: SharedFirm['results']; formName: (code: string) => string };

/** Everything the firm has submitted; the newest is shown in full below. */
export function SharedRounds({ results, formName }: SharedRoundsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  if (results === null) {
    return (
      <Section title={<Trans>Results</Trans>}>
        <EmptyState title={<Trans>The firm does not share its results</Trans>}>
          <p>
            <Trans>Ask the firm if it would help. It decides, on its page “Who sees us”.</Trans>
          </p>
        </EmptyState>
      </Section>
    );
  }
  if (results.length === 0) {
    return (
      <Section title={<Trans>Results</Trans>}>
        <EmptyState title={<Trans>The firm has not submitted anything yet</Trans>} />
      </Section>
    );
  }
  const columns = [
    {
      key: 'form',
      header: t`Questionnaire`,
      isRowHeader: true,
      cell: (row: (typeof results)[number]) => formName(row.formCode),
    },
    {
      key: 'submitted',
      header: t`Submitted`,
      cell: (row: (typeof results)[number]) => formatDate(new Date(row.submittedAt), language),
    },
  ];
  return (
    <Section title={<Trans>Results</Trans>} lead={<Trans>The newest is shown in full below.</Trans>}>
      <Table
        caption={t`What the firm has submitted`}
        columns={columns}
        rows={results}
        rowKey={({ responseId }) => responseId}
      />
    </Section>
  );
}
