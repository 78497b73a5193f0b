import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { csvLine, csvStart, csvText } from '#shared/domain/open-data/csv-text.ts';
import { saveTextFile } from '../../lib/save-text-file.ts';
import { Button } from '../button/button.tsx';
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
  /** Of the file. */
  headings: readonly string[];
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
const mostShown = 200;
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
  const shown = Math.min(rows.length, mostShown);
  return (
    <>
      <ul>
        {rows.slice(0, mostShown).map(({ row, faults, cells = [] }) => (
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
  const { t } = useLingui();
  const { faulty, faultyCount } = report;
  const asFile = () => {
    const width = Math.max(words.headings.length, ...faulty.map(({ cells = [] }) => cells.length));
    const line = (cells: readonly string[], last: string) =>
      csvLine([...Array.from({ length: width }, (_, at) => cells[at] ?? ''), last].map((cell) => csvText(cell)));
    const head = line(words.headings, t`What is wrong`);
    const lines = faulty.map(({ cells = [], faults }) => line(cells, faults.map(words.fault).join(', ')));
    saveTextFile(t`rows-not-taken-in.csv`, 'text/csv', csvStart + head + lines.join(''));
  };
  return (
    <>
      <Rows rows={faulty} count={faultyCount} words={words} />
      {faulty.some(({ cells }) => cells !== undefined) && (
        <p>
          <Button variant="secondary" onClick={asFile}>
            <Trans>Download these rows, with what is wrong (CSV)</Trans>
          </Button>
        </p>
      )}
    </>
  );
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
