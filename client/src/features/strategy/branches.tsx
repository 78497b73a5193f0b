import { Trans, useLingui } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Table } from '../../ui/table/table.tsx';
import { keepNumbersWhole } from './keep-numbers-whole.ts';
import { Part } from './part.tsx';
import { Source } from './source.tsx';
import styles from './strategy.module.css';

/** The branches the strategy builds on. */
export function Branches({ strategy }: { strategy: StrategyDocument }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const employeesOf = new Map(strategy.figures.map(({ code, value }) => [code, keepNumbersWhole(localise(value))]));
  return (
    <Part
      id="branches"
      title={<Trans>Industries</Trans>}
      lead={
        <Trans>
          The codes of SNI 2007 are our proposal for counting firms in registers. Wooden houses and other industry are
          industries of their own when a firm answers here.
        </Trans>
      }
    >
      <Table
        caption={t`The four industries of the strategy`}
        columns={[
          { key: 'name', header: t`Industry`, isRowHeader: true, cell: ({ name }) => localise(name) },
          {
            key: 'employees',
            header: t`Employed`,
            cell: ({ employees }) => (employees === null ? t`not given` : employeesOf.get(employees)),
          },
          { key: 'sni', header: 'SNI 2007', cell: ({ sni }) => sni.join(', ') },
          {
            key: 'source',
            header: t`Source`,
            cell: ({ source }) => (
              <div className={styles.origin}>
                <Source source={source} />
              </div>
            ),
          },
        ]}
        rows={strategy.branches}
        rowKey={({ branch }) => branch}
      />
    </Part>
  );
}
