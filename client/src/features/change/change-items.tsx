import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { MovedItem } from '#shared/domain/change/moved-items.ts';
import type { RoundChange } from '#shared/domain/change/round-change.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Section } from '../../ui/page/section.tsx';
import type { Column } from '../../ui/table/table.tsx';
import { Table } from '../../ui/table/table.tsx';
import styles from './change.module.css';
import type { Judged } from './compared-areas.ts';
import { useChangeTexts } from './use-change-texts.ts';

function Question({ item }: { item: MovedItem }) {
  const localise = useLocalised();
  const before = item.earlierQuestion === null ? '' : localise(item.earlierQuestion);
  return (
    <span className={styles.question}>
      <span>{localise(item.question)}</span>
      {before !== '' && (
        <span className={styles.earlier}>
          <Trans>Then: {before}</Trans>
        </span>
      )}
    </span>
  );
}

function ItemTable({ name, items }: { name: string; items: readonly MovedItem[] }) {
  const { t } = useLingui();
  const texts = useChangeTexts();
  const columns: Column<MovedItem>[] = [
    {
      key: 'question',
      header: t`Question`,
      isRowHeader: true,
      isRoomy: true,
      cell: (item) => <Question item={item} />,
    },
    { key: 'then', header: t`Then`, isRoomy: true, cell: ({ saidThen }) => texts.said(saidThen) },
    { key: 'now', header: t`Now`, isRoomy: true, cell: ({ saidNow }) => texts.said(saidNow) },
    { key: 'move', header: t`What it means`, isRoomy: true, cell: ({ move }) => texts.move(move) },
  ];
  return <Table caption={t`Answers that differ: ${name}`} columns={columns} rows={items} rowKey={({ item }) => item} />;
}

/** Answers that have moved the firm, and questions that could not be compared, folded area by area. */
export function ChangeItems({ change }: { change: RoundChange }) {
  const localise = useLocalised();
  const itemsOf = (area: Judged) => change.items.filter(({ dimension }) => dimension === area.dimension);
  const areas = change.dimensions.filter((area) => itemsOf(area).length > 0);
  return (
    <Section
      title={<Trans>The answers behind it</Trans>}
      lead={
        <Trans>
          What was answered then and now, where that differs, and the questions that are left out, with why.
        </Trans>
      }
    >
      {areas.length === 0 ? (
        <EmptyState title={<Trans>All answers are the same in both rounds</Trans>} />
      ) : (
        <div>
          {areas.map((area) => {
            const [name, items] = [localise(area.name), itemsOf(area)];
            return (
              <Details
                key={area.dimension}
                summary={
                  <>
                    {name}: <Plural value={items.length} one="# question" other="# questions" />
                  </>
                }
              >
                <ItemTable name={name} items={items} />
              </Details>
            );
          })}
        </div>
      )}
    </Section>
  );
}
