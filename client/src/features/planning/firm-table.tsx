import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { PlanFirmWords } from '#shared/contracts/plans.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { type Column, Table } from '../../ui/table/table.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { type FirmFilter, filterCounties, filterFirms, noFilter } from './firm-filter.ts';
import styles from './planning.module.css';
import type { PlanWords } from './use-plan-words.ts';

const shownAtOnce = 50;

type FilterFieldsProps = { id: string; filter: FirmFilter; words: PlanWords; onChange: (filter: FirmFilter) => void };

function FilterFields({ id, filter, words, onChange }: FilterFieldsProps) {
  const { t } = useLingui();
  return (
    <div className={styles.fields}>
      <TextField
        name={`${id}-name`}
        label={t`Part of the firm’s name`}
        type="search"
        autoComplete="off"
        value={filter.name}
        onChange={({ currentTarget }) => onChange({ ...filter, name: currentTarget.value })}
      />
      <SelectField
        name={`${id}-county`}
        label={t`County`}
        value={filter.county}
        options={[
          { value: '', label: t`All counties` },
          ...filterCounties.map((value) => ({ value, label: words.county(value) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filter, county: filterCounties.find((county) => county === value) ?? '' })
        }
      />
    </div>
  );
}

type FirmTableProps<Row> = {
  /** Tells its fields from those of another table on the page. */
  id: string;
  caption: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  words: PlanWords;
  /** What is said besides the firm and its place. */
  columns: readonly Column<Row>[];
};

/** Firms by name and place, as many at once as one reads; the rest by name, by county or further down. */
export function FirmTable<Row extends PlanFirmWords>({
  id,
  caption,
  rows,
  rowKey,
  words,
  columns,
}: FirmTableProps<Row>) {
  const { t } = useLingui();
  const [filter, setFilter] = useState(noFilter);
  const [most, setMost] = useState(shownAtOnce);
  const focusAfter = useFocusAfter();
  const found = filterFirms(rows, filter, words.firm);
  const shown = found.slice(0, most);
  const nameId = (row: Row) => `${id}-${rowKey(row)}`;
  const showMore = () => {
    const next = found[most];
    setMost(most + shownAtOnce);
    focusAfter(() => (next === undefined ? null : document.getElementById(nameId(next))));
  };
  return (
    <>
      {rows.length > shownAtOnce && (
        <FilterFields
          id={id}
          filter={filter}
          words={words}
          onChange={(next) => {
            setFilter(next);
            setMost(shownAtOnce);
          }}
        />
      )}
      <p role="status">
        <Trans>
          {shown.length} of {found.length} firms are shown.
        </Trans>
      </p>
      {found.length > 0 && (
        <Table
          caption={caption}
          rows={shown}
          rowKey={rowKey}
          columns={[
            {
              key: 'firm',
              header: t`Firm`,
              isRowHeader: true,
              cell: (row) => (
                <>
                  <span id={nameId(row)} tabIndex={-1}>
                    {words.firm(row)}
                  </span>{' '}
                  <SimulatedTag isSimulated={row.isSimulated} />
                </>
              ),
            },
            { key: 'place', header: t`Place`, cell: ({ municipality }) => words.municipality(municipality) },
            ...columns,
          ]}
        />
      )}
      {shown.length < found.length && (
        <p>
          <Button variant="secondary" onClick={showMore}>
            <Trans>Show more</Trans>
          </Button>
        </p>
      )}
    </>
  );
}
