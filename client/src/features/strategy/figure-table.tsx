import { Trans, useLingui } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { ExternalLink } from '../../ui/link/external-link.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Table } from '../../ui/table/table.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { keepNumbersWhole } from './keep-numbers-whole.ts';
import { Source } from './source.tsx';
import styles from './strategy.module.css';
import { useStrategyWords } from './use-strategy-words.ts';
import { useTarget } from './use-target.ts';

type Figure = StrategyDocument['figures'][number];
type Conflicts = StrategyDocument['conflicts'];

function Evidence({ figure }: { figure: Figure }) {
  if (figure.evidence === 'stated') return null;
  return (
    <Tag tone={figure.evidence === 'derived' ? 'neutral' : 'info'}>
      {figure.evidence === 'derived' ? <Trans>Worked out by us</Trans> : <Trans>Not from the strategy</Trans>}
    </Tag>
  );
}

function ConflictLink({ conflict }: { conflict: Conflicts[number] }) {
  const localise = useLocalised();
  const link = <Link to={{ hash: `conflict-${conflict.code}` }}>{localise(conflict.name)}</Link>;
  return (
    <span className={styles.small}>
      {conflict.kind === 'values-differ' ? (
        <Trans>Does not fit another figure: {link}</Trans>
      ) : (
        <Trans>Seems not to fit another figure: {link}</Trans>
      )}
    </span>
  );
}

function Statement({ figure, conflicts }: { figure: Figure; conflicts: Conflicts }) {
  const localise = useLocalised();
  const words = useStrategyWords();
  const target = useTarget();
  return (
    <div {...target(figure.code)} className={styles.statement}>
      {localise(figure.statement)}
      {figure.geography !== 'nms' && ` (${words.geography(figure.geography)})`}
      <Evidence figure={figure} />
      {figure.note !== undefined && <span className={styles.small}>{keepNumbersWhole(localise(figure.note))}</span>}
      {conflicts
        .filter(({ code }) => figure.conflicts?.includes(code))
        .map((conflict) => (
          <ConflictLink key={conflict.code} conflict={conflict} />
        ))}
    </div>
  );
}

export function Origin({ figure }: { figure: Figure }) {
  const { t } = useLingui();
  return (
    <div className={styles.origin}>
      <span>{figure.year ?? t`year not given`}</span>
      {figure.evidence === 'elsewhere' ? (
        <ExternalLink href={figure.address}>{figure.source}</ExternalLink>
      ) : (
        <Source source={figure.source} />
      )}
    </div>
  );
}

export type FigureTableProps = { caption: string; figures: readonly Figure[]; conflicts: Conflicts };

export function FigureTable({ caption, figures, conflicts }: FigureTableProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  return (
    <Table
      caption={caption}
      columns={[
        {
          key: 'statement',
          header: t`Figure`,
          isRowHeader: true,
          cell: (figure) => <Statement figure={figure} conflicts={conflicts} />,
        },
        { key: 'value', header: t`Value`, cell: ({ value }) => keepNumbersWhole(localise(value)) },
        { key: 'origin', header: t`Year and source`, cell: (figure) => <Origin figure={figure} /> },
      ]}
      rows={figures}
      rowKey={({ code }) => code}
    />
  );
}
