import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Notice } from '../notice/notice.tsx';

/** A row of a file by its number; as it stands there, where that is told. */
type Row = { readonly row: number; readonly cells?: readonly string[] };

export type TableReport<Fault extends string> = {
  readonly good: number;
  readonly faulty: readonly (Row & { readonly faults: readonly Fault[] })[];
  readonly faultyCount: number;
  /** Of the good rows the first ones in which something is not understood, and how many there are. */
  readonly doubtful?: readonly (Row & { readonly doubts: readonly Fault[] })[];
  readonly doubtfulCount?: number;
  readonly stored: number;
};

export type RowWords<Fault extends string> = {
  fault: (fault: Fault) => string;
  /** What stands in the row where the fault is; empty where there is no one such place. */
  at: (fault: Fault, cells: readonly string[]) => string;
};

type RowReportProps<Fault extends string> = {
  report: TableReport<Fault>;
  words: RowWords<Fault>;
  /** Of the good rows, what else there is to know. */
  about: ReactNode;
};

const longestSaid = 80;
const cut = (text: string): string => (text.length > longestSaid ? `${text.slice(0, longestSaid)} …` : text);

type RowsProps<Fault extends string> = {
  rows: readonly (Row & { readonly faults: readonly Fault[] })[];
  count: number;
  words: RowWords<Fault>;
};

function Rows<Fault extends string>({ rows, count, words }: RowsProps<Fault>) {
  const { t } = useLingui();
  const said = (fault: Fault, cells: readonly string[]): string => {
    const what = words.fault(fault);
    const there = cut(words.at(fault, cells).trim());
    return there === '' ? what : t`${what} (“${there}”)`;
  };
  const shown = rows.length;
  return (
    <>
      <ul>
        {rows.map(({ row, faults, cells = [] }) => (
          <li key={row}>
            <Trans>Row {row}</Trans>: {faults.map((fault) => said(fault, cells)).join(', ')}
          </li>
        ))}
      </ul>
      {shown < count && (
        <p>
          <Trans>The first {shown} are shown.</Trans>
        </p>
      )}
    </>
  );
}

/** Which rows are not taken, with what is wrong with each. */
export function FaultyRows<Fault extends string>({ report, words }: Omit<RowReportProps<Fault>, 'about'>) {
  return <Rows rows={report.faulty} count={report.faultyCount} words={words} />;
}

/** How many rows are good, what of them is not understood, and what is wrong with which of the others. */
export function RowReport<Fault extends string>({ report, words, about }: RowReportProps<Fault>) {
  const { good, faultyCount, doubtful = [], doubtfulCount = 0 } = report;
  return (
    <Notice
      tone={faultyCount + doubtfulCount === 0 ? 'info' : 'warning'}
      role="status"
      title={<Plural value={good} one="# row is good." other="# rows are good." />}
    >
      <p>{about}</p>
      {faultyCount > 0 && (
        <>
          <p>
            <Plural value={faultyCount} one="# row cannot be taken:" other="# rows cannot be taken:" />
          </p>
          <FaultyRows report={report} words={words} />
        </>
      )}
      {doubtfulCount > 0 && (
        <>
          <p>
            <Plural
              value={doubtfulCount}
              one="# of the good rows is taken with something left out that we do not understand:"
              other="# of the good rows are taken with something left out that we do not understand:"
            />
          </p>
          <Rows
            rows={doubtful.map(({ doubts, ...row }) => ({ ...row, faults: doubts }))}
            count={doubtfulCount}
            words={words}
          />
        </>
      )}
    </Notice>
  );
}
