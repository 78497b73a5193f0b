import { Trans, useLingui } from '@lingui/react/macro';
import { useDifferenceWords } from '../../lib/use-difference-words.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Intervals } from '../../ui/intervals/intervals.tsx';
import type { Column } from '../../ui/table/table.tsx';
import { Table } from '../../ui/table/table.tsx';
import type { ComparedArea } from './compared-areas.ts';
import { useChangeTexts } from './use-change-texts.ts';

/** As far as any area reaches, the same to both sides. */
function axisOf(areas: readonly ComparedArea[]) {
  const most = Math.ceil(Math.max(1, ...areas.map(({ change }) => Math.abs(change.difference) + change.limit)));
  return { least: -most, most };
}

/** Each area's change with what error alone leaves around it, on one axis. */
export function ChangePicture({ areas }: { areas: readonly ComparedArea[] }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const texts = useChangeTexts();
  const { level, signed, limit } = useDifferenceWords();
  return (
    <>
      <p>
        <Trans>
          The ring is the change in levels, the line around it what error alone leaves. Where the line does not reach
          the dashed one at 0, the ring is filled: that change is more than error.
        </Trans>
      </p>
      <Intervals
        axis={axisOf(areas)}
        axisName={t`Change in levels`}
        format={signed}
        intervals={areas.map((area) => {
          const { dimension, name, change } = area;
          const [then, now, difference, least] = [
            level(change.before),
            level(change.after),
            signed(change.difference),
            limit(change.limit),
          ];
          return {
            key: dimension,
            name: localise(name),
            estimate: change.difference,
            low: change.difference - change.limit,
            high: change.difference + change.limit,
            sentence: t`From ${then} to ${now}: ${difference}.`,
            note: `${texts.verdict(area)} (${least}).`,
          };
        })}
      />
    </>
  );
}

export function ChangeTable({ areas }: { areas: readonly ComparedArea[] }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const texts = useChangeTexts();
  const { level, signed, limit } = useDifferenceWords();
  const columns: Column<ComparedArea>[] = [
    { key: 'area', header: t`Area`, isRowHeader: true, cell: ({ name }) => localise(name) },
    { key: 'before', header: t`Then`, isNumeric: true, cell: ({ change }) => level(change.before) },
    { key: 'after', header: t`Now`, isNumeric: true, cell: ({ change }) => level(change.after) },
    { key: 'difference', header: t`Difference`, isNumeric: true, cell: ({ change }) => signed(change.difference) },
    { key: 'limit', header: t`Error leaves`, isNumeric: true, cell: ({ change }) => limit(change.limit) },
    { key: 'verdict', header: t`What can be said`, isRoomy: true, cell: (area) => texts.verdict(area) },
    { key: 'items', header: t`Questions it rests on`, isNumeric: true, cell: ({ change }) => change.items },
  ];
  return (
    <Table caption={t`Change, area by area`} columns={columns} rows={areas} rowKey={({ dimension }) => dimension} />
  );
}
