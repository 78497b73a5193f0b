import { Trans, useLingui } from '@lingui/react/macro';
import type { LevelReachDocument } from '#shared/contracts/packages.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
import { type Column, Table } from '../../ui/table/table.tsx';
import { ShareBars } from './share-bars.tsx';
import type { Gap, Gaps } from './use-gaps.ts';
import { useShown } from './use-shown.tsx';

function LevelCount({ level }: { level: LevelReachDocument | undefined }) {
  if (level === undefined) return '–';
  const count = level.packages.filter(({ takesMore }) => !takesMore).length;
  return count === 0 ? <Trans>none</Trans> : String(count);
}

type GapOverviewProps = Pick<Gaps, 'gaps' | 'chosen' | 'searchWith'>;

/** The areas beside each other, the most common gap first, with how much there is to offer in each. */
export function GapOverview({ gaps, chosen, searchWith }: GapOverviewProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const shown = useShown();
  const levels = gaps.find((gap) => gap.levels.length > 0)?.levels ?? [];
  const columns: Column<Gap>[] = [
    {
      key: 'area',
      header: t`Area`,
      isRowHeader: true,
      isRoomy: true,
      cell: ({ measure, name }) => (
        <Link
          to={{ search: searchWith(measure), hash: 'area' }}
          replace
          aria-current={measure === chosen?.measure ? 'true' : undefined}
        >
          {name}
        </Link>
      ),
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
    ...levels.map(({ band, name }): Column<Gap> => {
      const level = localise(name);
      return {
        key: band,
        header: t`Packages at the level ${level}`,
        isNumeric: true,
        cell: (gap) => <LevelCount level={gap.levels.find((each) => each.band === band)} />,
      };
    }),
  ];
  return (
    <ShareBars
      name={t`Share of the firms that have answered with a need that no package fitted`}
      shares={gaps.map(({ name, share }) => ({ label: name, share }))}
    >
      <Table
        caption={t`Needs that no package fitted, the most common first`}
        rows={gaps}
        rowKey={({ measure }) => measure}
        columns={columns}
      />
    </ShareBars>
  );
}
