import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { DimensionChange } from '#shared/domain/followup/compare-rounds.ts';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { useWords } from './use-words.ts';

export type SharedChangeProps = {
  change: {
    status: 'one-round' | 'nothing-comparable' | 'compared';
    since: string | null;
    dimensions: readonly DimensionChange[];
    itemsLeftOut: number;
  };
};

/** Levels, and how far apart they are. */
export function useChangeWords() {
  const language = useLanguage();
  const level = (value: number) => formatNumber(value, language, 1);
  return {
    level,
    signed: (value: number) => {
      const rounded = level(Math.abs(value));
      if (Number(Math.abs(value).toFixed(1)) === 0) return rounded;
      return value > 0 ? `+${rounded}` : `−${rounded}`;
    },
  };
}

function ChangeTable({ dimensions }: { dimensions: readonly DimensionChange[] }) {
  const { t } = useLingui();
  const words = useWords();
  const { level, signed } = useChangeWords();
  const columns = [
    {
      key: 'area',
      header: t`Area`,
      isRowHeader: true,
      cell: ({ dimension }: DimensionChange) => words.dimension(dimension),
    },
    { key: 'before', header: t`Then`, isNumeric: true, cell: ({ before }: DimensionChange) => level(before) },
    { key: 'after', header: t`Now`, isNumeric: true, cell: ({ after }: DimensionChange) => level(after) },
    {
      key: 'difference',
      header: t`Difference`,
      isNumeric: true,
      cell: ({ difference }: DimensionChange) => signed(difference),
    },
    { key: 'items', header: t`Questions it rests on`, isNumeric: true, cell: ({ items }: DimensionChange) => items },
  ];
  return (
    <Table
      caption={t`Change, area by area`}
      columns={columns}
      rows={dimensions}
      rowKey={({ dimension }) => dimension}
    />
  );
}

function LeftOut({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p>
      <Plural
        value={count}
        one="# question is left out, since it has another meaning now."
        other="# questions are left out, since they have another meaning now."
      />
    </p>
  );
}

/** What has become of the firm since an earlier round, on the questions that mean the same in both. */
export function SharedChange({ change }: SharedChangeProps) {
  const language = useLanguage();
  const { status, since, dimensions, itemsLeftOut } = change;
  if (status !== 'compared' || since === null) {
    return (
      <Section title={<Trans>Change since last time</Trans>}>
        <EmptyState
          title={
            status === 'one-round' ? (
              <Trans>The firm has measured one round</Trans>
            ) : (
              <Trans>Nothing can be compared between the rounds</Trans>
            )
          }
        >
          {status === 'nothing-comparable' && (
            <p>
              <Trans>No question has an answer with points in both rounds and means the same in both.</Trans>
            </p>
          )}
          <LeftOut count={itemsLeftOut} />
        </EmptyState>
      </Section>
    );
  }
  const on = formatDate(new Date(since), language);
  return (
    <Section
      title={<Trans>Change since last time</Trans>}
      lead={
        <Trans>
          Compared with {on}, on the questions that were answered both times. The numbers can differ from the levels
          above, which rest on all answers.
        </Trans>
      }
    >
      <ChangeTable dimensions={dimensions} />
      <LeftOut count={itemsLeftOut} />
      <p>
        <Trans>
          A difference is not proof of a change: one or two answers can move it. Ask what has been done before drawing
          conclusions.
        </Trans>
      </p>
    </Section>
  );
}
