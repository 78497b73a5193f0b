import { Trans, useLingui } from '@lingui/react/macro';
import type { SuggestionDocument } from '#shared/contracts/results.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Table } from '../../ui/table/table.tsx';

/** What the place among the suggestions is made of. */
export function SuggestionRanking({ suggestion }: { suggestion: SuggestionDocument }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const points = (value: number) => formatNumber(value, language, 2);
  const rows = suggestion.components
    .filter((component) => component.points !== 0)
    .map(({ name, points: value }, place) => ({ key: String(place), name: localise(name), value }));
  const name = localise(suggestion.packageName);
  return (
    <Details summary={<Trans>How the suggestion was ranked</Trans>} onPaper="as-left">
      <Table
        caption={t`Points of the suggestion ${name}`}
        columns={[
          { key: 'name', header: t`What counts`, isRowHeader: true, cell: (row) => row.name },
          { key: 'points', header: t`Points`, isNumeric: true, cell: (row) => points(row.value) },
        ]}
        rows={[...rows, { key: 'total', name: t`In all`, value: suggestion.total }]}
        rowKey={({ key }) => key}
      />
    </Details>
  );
}
