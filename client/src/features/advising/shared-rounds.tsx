import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import type { SharedFirm } from './api.ts';

type Submission = NonNullable<SharedFirm['results']>[number];

/** How many answered in how many rounds: several rows of one day are otherwise taken for the same thing three times. */
function Lead({ results }: { results: readonly Submission[] }) {
  const { t } = useLingui();
  const rounds = new Set(results.map(({ round }) => round)).size;
  if (results.length === rounds) return <Trans>The newest is shown in full below.</Trans>;
  const submissions = results.length;
  const counted = t`${plural(submissions, { one: '# submission', other: '# submissions' })} in ${plural(rounds, { one: '# round', other: '# rounds' })}.`;
  return (
    <>
      {counted}{' '}
      <Trans>
        In a round several at the firm can have answered, or somebody can have gone on to more questions; who they are
        is not told. The newest is shown in full below.
      </Trans>
    </>
  );
}

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
  const momentOf = (at: string) => {
    const [day, time] = [formatDate(new Date(at), language), formatTime(new Date(at), language)];
    return t`${day} at ${time}`;
  };
  const columns = [
    {
      key: 'form',
      header: t`Questionnaire`,
      isRowHeader: true,
      cell: ({ formCode }: Submission) => formName(formCode),
    },
    { key: 'round', header: t`Round`, cell: ({ round }: Submission) => round + 1 },
    {
      key: 'submitted',
      header: t`Submitted`,
      cell: ({ submittedAt }: Submission) => momentOf(submittedAt),
    },
  ];
  return (
    <Section title={<Trans>Results</Trans>} lead={<Lead results={results} />}>
      <Table
        caption={t`What the firm has submitted`}
        columns={columns}
        rows={results}
        rowKey={({ responseId }) => responseId}
      />
    </Section>
  );
}
