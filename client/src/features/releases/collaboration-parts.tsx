import { useLingui } from '@lingui/react/macro';
import { rankShares } from '#shared/domain/benchmark/rank-shares.ts';
import { Table } from '../../ui/table/table.tsx';
import { allFirms, type ReleaseView } from './release-view.ts';
import { ShareBars } from './share-bars.tsx';
import type { MeasureWords } from './use-measure-words.ts';
import { useShown } from './use-shown.tsx';

type PartProps = { view: ReleaseView; measures: readonly string[]; measureWords: MeasureWords };

/** With whom firms have worked, the most common first. */
export function PartnersPart({ view, measures, measureWords }: PartProps) {
  const { t } = useLingui();
  const shown = useShown();
  const ranked = rankShares(view.document, measures, allFirms);
  const table = (
    <Table
      caption={t`With whom firms have worked, the most common first`}
      rows={ranked}
      rowKey={({ measure }) => measure}
      columns={[
        {
          key: 'partner',
          header: t`What is counted`,
          isRowHeader: true,
          isRoomy: true,
          cell: ({ measure }) => measureWords.measure(measure),
        },
        {
          key: 'share',
          header: t`Of the firms that have answered`,
          isNumeric: true,
          sorted: 'descending',
          cell: ({ share }) => shown(share, ' %'),
        },
        { key: 'affected', header: t`That is about, firms`, isNumeric: true, cell: ({ affected }) => shown(affected) },
        { key: 'firms', header: t`Have answered, about`, isNumeric: true, cell: ({ firms }) => shown(firms) },
      ]}
    />
  );
  return (
    <ShareBars
      name={t`Share of the firms that have answered that have worked with each kind of partner`}
      shares={ranked.map(({ measure, share }) => ({ label: measureWords.measure(measure), share }))}
    >
      {table}
    </ShareBars>
  );
}

/** Shares of women, in the order of the questionnaire: they are parts of the same firms. */
export function WomenPart({ view, measures, measureWords }: PartProps) {
  const { t } = useLingui();
  const shown = useShown();
  const rows = measures.map((measure) => ({ measure, cell: view.cell(measure, allFirms) }));
  const table = (
    <Table
      caption={t`Shares of women in the firms that have answered, per cent`}
      rows={rows}
      rowKey={({ measure }) => measure}
      columns={[
        {
          key: 'part',
          header: t`What is counted`,
          isRowHeader: true,
          isRoomy: true,
          cell: ({ measure }) => measureWords.measure(measure),
        },
        {
          key: 'mean',
          header: t`Mean of the firms`,
          isNumeric: true,
          cell: ({ cell }) => shown(cell?.mean ?? null, ' %'),
        },
        {
          key: 'median',
          header: t`The middle firm`,
          isNumeric: true,
          cell: ({ cell }) => shown(cell?.median ?? null, ' %'),
        },
        {
          key: 'firms',
          header: t`Have answered, about`,
          isNumeric: true,
          cell: ({ cell }) => shown(cell?.firms ?? null),
        },
      ]}
    />
  );
  return (
    <ShareBars
      name={t`Mean share of women in the firms that have answered`}
      shares={rows.map(({ measure, cell }) => ({ label: measureWords.measure(measure), share: cell?.mean ?? null }))}
    >
      {table}
    </ShareBars>
  );
}
