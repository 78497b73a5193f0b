import { Plural, useLingui } from '@lingui/react/macro';
import type { Outcomes, PackageOutcomes } from '#shared/domain/outcomes/outcomes.ts';
import { Link } from '../../ui/link/link.tsx';
import { Table } from '../../ui/table/table.tsx';
import { writeChoice } from './choice.ts';
import { inTwo, LeftOut } from './left-out.tsx';
import { Shown } from './shown-count.tsx';
import { countIn, inPeriod, useOutcomeNames, useOutcomes, useOutcomeWords } from './use-outcomes.ts';

type Row = { readonly packageCode: string; readonly period: Outcomes | undefined };
/** A column: which division of a period it is of, which part, and what it is called where there is little room. */
type Part = { readonly by: 'byPlace' | 'byOutcome'; readonly code: string; readonly header: string };
type PackageTableProps = {
  caption: string;
  periodsOf: (of: PackageOutcomes) => readonly Outcomes[];
  parts: readonly Part[];
};

/** One kind of thing, package by package. Packages of which nothing can be shown are counted, and look alike. */
function PackageTable({ caption, periodsOf, parts }: PackageTableProps) {
  const { t } = useLingui();
  const words = useOutcomeWords();
  const names = useOutcomeNames();
  const { outcomes, choice } = useOutcomes();
  const rows = outcomes.map((of): Row => ({ packageCode: of.packageCode, period: inPeriod(periodsOf(of), choice) }));
  const shown = rows.filter(({ period }) => period !== undefined && period.total !== null);
  const hidden = rows.length - shown.length;
  const columns = inTwo(
    parts.map(({ by, code, header }) => ({
      key: `${by} ${code}`,
      header,
      countOf: ({ period }: Row) => countIn(period?.[by], code),
    })),
    shown,
  );
  const isNumeric = true;
  return (
    <>
      {shown.length > 0 && (
        <Table
          caption={caption}
          rows={shown}
          rowKey={({ packageCode }) => packageCode}
          columns={[
            {
              key: 'package',
              header: t`Package`,
              isRowHeader: true,
              cell: ({ packageCode }) => (
                <Link to={{ search: writeChoice({ ...choice, packageCode }) }}>{names.packageName(packageCode)}</Link>
              ),
            },
            {
              key: 'total',
              header: words.say('all'),
              isNumeric,
              cell: ({ period }) => <Shown count={period?.total ?? null} />,
            },
            ...columns.shown.map(({ key, header, countOf }) => ({
              key,
              header,
              isNumeric,
              cell: (row: Row) => <Shown count={countOf(row)} />,
            })),
          ]}
        />
      )}
      {shown.length > 0 && <LeftOut names={columns.left} />}
      {hidden > 0 && (
        <p>
          <Plural
            value={hidden}
            one="Of # package nothing can be shown: too few firms, or none."
            other="Of # packages nothing can be shown: too few firms, or none."
          />
        </p>
      )}
    </>
  );
}

export function SuggestionTable() {
  const { t } = useLingui();
  return (
    <PackageTable
      caption={t`Suggestions by package`}
      periodsOf={({ suggestions }) => suggestions}
      parts={[
        { by: 'byPlace', code: '1', header: t`First` },
        { by: 'byPlace', code: '2', header: t`Second` },
        { by: 'byPlace', code: '3', header: t`Third` },
        { by: 'byOutcome', code: 'first', header: t`Put first` },
        { by: 'byOutcome', code: 'declined', header: t`Declines` },
      ]}
    />
  );
}

export function RequestTable() {
  const { t } = useLingui();
  return (
    <PackageTable
      caption={t`Requests by package`}
      periodsOf={({ requests }) => requests}
      parts={[
        { by: 'byPlace', code: 'not-suggested', header: t`Not suggested` },
        { by: 'byOutcome', code: 'accepted', header: t`Yes` },
        { by: 'byOutcome', code: 'declined', header: t`No` },
        { by: 'byOutcome', code: 'handed-over', header: t`Passed on` },
        { by: 'byOutcome', code: 'withdrawn', header: t`Taken back by the firm` },
        { by: 'byOutcome', code: 'open', header: t`Waiting` },
      ]}
    />
  );
}

export function PlacementTable() {
  const { t } = useLingui();
  return (
    <PackageTable
      caption={t`Places in groups by package`}
      periodsOf={({ placements }) => placements}
      parts={[
        { by: 'byPlace', code: 'no-request', header: t`Without a request` },
        { by: 'byOutcome', code: 'placed', header: t`Has a place` },
        { by: 'byOutcome', code: 'completed', header: t`Completed` },
        { by: 'byOutcome', code: 'left', header: t`Dropped out` },
      ]}
    />
  );
}
