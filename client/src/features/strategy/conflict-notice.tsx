import { Trans, useLingui } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { Table } from '../../ui/table/table.tsx';
import { Origin } from './figure-table.tsx';
import { keepNumbersWhole } from './keep-numbers-whole.ts';
import { useTarget } from './use-target.ts';

type Conflict = StrategyDocument['conflicts'][number];
type ConflictNoticeProps = { conflict: Conflict; figures: StrategyDocument['figures'] };

/** Figures that do not fit each other, side by side with year and source, and what we make of it. */
export function ConflictNotice({ conflict, figures }: ConflictNoticeProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const target = useTarget();
  const isReal = conflict.kind === 'values-differ';
  const name = localise(conflict.name);
  return (
    <div {...target(`conflict-${conflict.code}`)}>
      <Notice tone={isReal ? 'warning' : 'info'} title={name}>
        <p>
          {isReal ? <Trans>The values differ.</Trans> : <Trans>Only seems to be a contradiction.</Trans>}{' '}
          {localise(conflict.explanation)}
        </p>
        <Table
          caption={t`${name}: the figures beside each other`}
          rows={figures.filter(({ code }) => conflict.figures.includes(code))}
          rowKey={({ code }) => code}
          columns={[
            {
              key: 'statement',
              header: t`Figure`,
              isRowHeader: true,
              isRoomy: true,
              cell: ({ statement }) => localise(statement),
            },
            { key: 'value', header: t`Value`, isRoomy: true, cell: ({ value }) => keepNumbersWhole(localise(value)) },
            { key: 'origin', header: t`Year and source`, cell: (figure) => <Origin figure={figure} /> },
          ]}
        />
      </Notice>
    </div>
  );
}
