import { Trans } from '@lingui/react/macro';
import type { ShownRows } from '#shared/domain/achievement/achievement.ts';
import type { PackageKind } from '#shared/domain/outcomes/outcome-codes.ts';
import type { Outcomes } from '#shared/domain/outcomes/outcomes.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { Table } from '../../ui/table/table.tsx';
import { Shown } from './shown-count.tsx';
import { inPeriod, useOutcomes, useOutcomeWords } from './use-outcomes.ts';

type DivisionProps = { caption: string; rows: ShownRows; nameOf: (code: string) => string };

function Division({ caption, rows, nameOf }: DivisionProps) {
  const words = useOutcomeWords();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { key: 'part', header: words.say('part'), isRowHeader: true, cell: ({ code }) => nameOf(code) },
        { key: 'count', header: words.say('number'), isNumeric: true, cell: ({ count }) => <Shown count={count} /> },
      ]}
    />
  );
}

const isAnyShown = (rows: ShownRows): boolean => rows.some(({ count }) => count !== null);

/** How one kind of thing of one package is divided in the chosen period. Divisions of which nothing can be shown are left out. */
export function PackageDivisions({ kind, periods }: { kind: PackageKind; periods: readonly Outcomes[] }) {
  const words = useOutcomeWords();
  const { choice } = useOutcomes();
  const period = inPeriod(periods, choice);
  if (period === undefined || period.total === null) {
    return (
      <p>
        <Trans>Too few firms to be shown, or none.</Trans>
      </p>
    );
  }
  const nameOf = (code: string) => words.part(kind, code);
  const divisions = [
    { caption: words.placeOf(kind), rows: period.byPlace, nameOf },
    { caption: words.outcomeOf(kind), rows: period.byOutcome, nameOf },
    ...period.byDetail.map(({ outcome, rows }) => ({ caption: words.detailOf(outcome), rows, nameOf })),
    ...(kind === 'suggestion' && period.year !== null
      ? [
          {
            caption: words.say('version'),
            rows: period.byVersion,
            nameOf: (number: string) => words.say('versionNumber', { number }),
          },
        ]
      : []),
  ];
  const shown = divisions.filter(({ rows }) => isAnyShown(rows));
  const hidden = divisions.filter(({ rows }) => !isAnyShown(rows)).map(({ caption }) => caption);
  const left = listInWords(hidden, words.language);
  return (
    <>
      <p>
        {words.say('all')}: <Shown count={period.total} />
      </p>
      {shown.map((division) => (
        <Division key={division.caption} {...division} />
      ))}
      {hidden.length > 0 && (
        <p>
          <Trans>Not shown: {left}. Too few firms, or it would tell too much.</Trans>
        </p>
      )}
    </>
  );
}
