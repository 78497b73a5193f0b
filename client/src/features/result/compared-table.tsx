import { useLingui } from '@lingui/react/macro';
import { presentLevel } from '#shared/domain/scoring/present-level.ts';
import { formatLevel, formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { HiddenMark } from '../../ui/heat/hidden-mark.tsx';
import { Table } from '../../ui/table/table.tsx';
import { type ComparedArea, isMissing, type Peers } from './compared-areas.ts';

/** As much of the own level as its range allows. */
function useOwnLevel() {
  const language = useLanguage();
  return ({ score: { level, range } }: ComparedArea): string => {
    const shown = level === null ? null : presentLevel(level, range);
    if (shown === null) return '–';
    if (shown.kind !== 'between') return formatNumber(shown.level, language, shown.decimals);
    return `${formatLevel(shown.lowest, language)}–${formatLevel(shown.highest, language)}`;
  };
}

export function ComparedTable({ areas, caption }: { areas: readonly ComparedArea[]; caption: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const ownLevel = useOwnLevel();
  const column = (key: keyof Omit<Peers, 'measure' | 'release'>, header: string) => ({
    key,
    header,
    isNumeric: true,
    cell: (area: ComparedArea) => {
      if (isMissing(area) && area.why !== 'hidden') return '–';
      const value = area.peers?.[key] ?? null;
      if (value === null) return <HiddenMark />;
      return key === 'firms' ? formatNumber(value, language) : formatLevel(value, language);
    },
  });
  return (
    <Table
      caption={caption}
      rows={areas}
      rowKey={({ code }) => code}
      columns={[
        { key: 'area', header: t`Area`, isRowHeader: true, isRoomy: true, cell: ({ name }) => name },
        { key: 'own', header: t`You`, isNumeric: true, cell: ownLevel },
        column('mean', t`Mean of the others`),
        column('lowQuartile', t`Middle half, from`),
        column('median', t`The middle firm`),
        column('highQuartile', t`Middle half, to`),
        column('firms', t`Firms that have answered, about`),
      ]}
    />
  );
}
