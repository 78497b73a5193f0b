import { Trans, useLingui } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Table } from '../../ui/table/table.tsx';

/** What the short codes of the sources stand for. */
export function SectionKey({ sections }: Pick<StrategyDocument['outline'], 'sections'>) {
  const { t } = useLingui();
  const localise = useLocalised();
  return (
    <Details summary={<Trans>What the sources mean</Trans>}>
      <p>
        <Trans>A source names a part of the document, and rows of its text when all formatting is taken away.</Trans>
      </p>
      <Table
        caption={t`Parts of the document`}
        columns={[
          { key: 'code', header: t`Code`, isRowHeader: true, cell: ({ code }) => code },
          { key: 'name', header: t`Part`, cell: ({ name }) => localise(name) },
          { key: 'rows', header: t`Rows`, cell: ({ lines }) => `${lines.from}–${lines.to}` },
        ]}
        rows={sections}
        rowKey={({ code }) => code}
      />
    </Details>
  );
}
