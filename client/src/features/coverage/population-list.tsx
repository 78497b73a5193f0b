import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { PopulationRow } from '#shared/contracts/coverage.ts';
import { countAt } from '#shared/domain/coverage/population.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useReasonedAction } from '../../lib/use-reasoned-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Table } from '../../ui/table/table.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { sendWithdrawal } from './api.ts';
import { useCoverageWords } from './use-coverage-names.ts';

type PopulationListProps = {
  organisationId: string;
  populations: readonly PopulationRow[];
  /** Those that coverage is shown by. */
  inUse: readonly string[];
  onWithdrawn: () => Promise<void>;
};

/** Which tables there are and have been. */
export function PopulationList({ organisationId, populations, inUse, onWithdrawn }: PopulationListProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useCoverageWords();
  const { action, reason, setReason, givenReason } = useReasonedAction();
  const [leaving, setLeaving] = useState<PopulationRow | null>(null);
  if (populations.length === 0)
    return (
      <EmptyState title={<Trans>No table yet</Trans>}>
        <p>
          <Trans>Take in a table below to see how many of the firms there are that have answered.</Trans>
        </p>
      </EmptyState>
    );
  const stateOf = ({ populationId, isSimulated, withdrawnAt, withdrawnReason }: PopulationRow) => {
    if (withdrawnAt === null && inUse.includes(populationId))
      return isSimulated ? t`In use beside releases of simulated firms` : t`In use beside releases of real firms`;
    if (withdrawnAt === null) return t`Replaced by another`;
    const [day, why] = [formatDate(new Date(withdrawnAt), language), withdrawnReason ?? ''];
    return t`Withdrawn ${day}: ${why}`;
  };
  const source = leaving === null ? '' : words.source(leaving);
  return (
    <>
      <Table
        caption={t`Population tables of the three regions`}
        rows={populations}
        rowKey={({ populationId }) => populationId}
        columns={[
          {
            key: 'source',
            header: t`Source`,
            isRowHeader: true,
            isRoomy: true,
            cell: (row) => (
              <>
                {words.source(row)} <SimulatedTag isSimulated={row.isSimulated} />
              </>
            ),
          },
          { key: 'unit', header: t`Counts`, cell: ({ unit }) => words.unit(unit) },
          { key: 'year', header: t`Year`, isNumeric: true, cell: ({ year }) => year },
          {
            key: 'number',
            header: t`Number`,
            isNumeric: true,
            cell: ({ cells }) => words.counted(countAt(cells, {})),
          },
          { key: 'region', header: t`Taken in by`, cell: ({ organisationName }) => localise(organisationName) },
          { key: 'state', header: t`State`, isRoomy: true, cell: stateOf },
          {
            key: 'withdraw',
            header: t`Withdraw`,
            cell: (row) =>
              row.isOwn && row.withdrawnAt === null ? (
                <Button variant="quiet" onClick={() => setLeaving(row)}>
                  <Trans>Withdraw</Trans>
                </Button>
              ) : (
                '–'
              ),
          },
        ]}
      />
      <ActionDialog
        isOpen={leaving !== null}
        title={<Trans>Withdraw the table?</Trans>}
        confirm={<Trans>Withdraw the table</Trans>}
        action={action}
        onConfirm={async () => sendWithdrawal(organisationId, leaving?.populationId ?? '', givenReason())}
        onClose={() => {
          setLeaving(null);
          setReason('');
        }}
        onDone={onWithdrawn}
      >
        <p>
          <Trans>Coverage is no longer shown by {source}. The table and the reason stay in this list.</Trans>
        </p>
        <TextField
          name="reason"
          label={t`Reason`}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
      </ActionDialog>
    </>
  );
}
