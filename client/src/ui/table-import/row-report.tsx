import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Notice } from '../notice/notice.tsx';

export type TableReport<Fault extends string> = {
  readonly good: number;
  readonly faulty: readonly { readonly row: number; readonly faults: readonly Fault[] }[];
  readonly faultyCount: number;
  readonly stored: number;
};

type RowReportProps<Fault extends string> = {
  report: TableReport<Fault>;
  faultWords: (fault: Fault) => string;
  /** Of the good rows, what else there is to know. */
  about: ReactNode;
};

/** Which rows are not taken, with what is wrong with each. */
export function FaultyRows<Fault extends string>({ report, faultWords }: Omit<RowReportProps<Fault>, 'about'>) {
  const { faulty, faultyCount } = report;
  const shown = faulty.length;
  return (
    <>
      <ul>
        {faulty.map(({ row, faults }) => (
          <li key={row}>
            <Trans>Row {row}</Trans>: {faults.map(faultWords).join(', ')}
          </li>
        ))}
      </ul>
      {shown < faultyCount && (
        <p>
          <Trans>The first {shown} are shown.</Trans>
        </p>
      )}
    </>
  );
}

/** How many rows are good, and what is wrong with which of the others. */
export function RowReport<Fault extends string>({ report, faultWords, about }: RowReportProps<Fault>) {
  const { good, faultyCount } = report;
  return (
    <Notice
      tone={faultyCount === 0 ? 'info' : 'warning'}
      role="status"
      title={<Plural value={good} one="# row is good." other="# rows are good." />}
    >
      <p>{about}</p>
      {faultyCount > 0 && (
        <>
          <p>
            <Plural value={faultyCount} one="# row cannot be taken:" other="# rows cannot be taken:" />
          </p>
          <FaultyRows report={report} faultWords={faultWords} />
        </>
      )}
    </Notice>
  );
}
