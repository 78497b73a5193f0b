import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Notice } from '../notice/notice.tsx';
import { FaultyRows, RowReport, type RowWords, type TableReport } from './row-report.tsx';

type StoredReportProps<Fault extends string> = {
  /** Of the file. */
  name: string;
  report: TableReport<Fault>;
  /** Something else came of it than was said beforehand. */
  isOther: boolean;
  words: RowWords<Fault>;
  about: ReactNode;
};

/** What came of a file once its good rows are taken in: the rows that were not, as long as they may be put right. */
export function StoredReport<Fault extends string>(props: StoredReportProps<Fault>) {
  const { name, report, isOther, words, about } = props;
  const { faultyCount } = report;
  if (isOther) {
    return (
      <>
        <p>
          <Trans>Something had changed since the file was checked. This is what came of it:</Trans>
        </p>
        <RowReport report={report} words={words} about={about} />
      </>
    );
  }
  if (faultyCount === 0) return null;
  return (
    <Notice
      tone="warning"
      title={
        <Plural
          value={faultyCount}
          one={`# row of ${name} was not taken in`}
          other={`# rows of ${name} were not taken in`}
        />
      }
    >
      <FaultyRows report={report} words={words} />
      <p>
        <Trans>Put them right in the file and choose it again. The list is here until you do, or leave the page.</Trans>
      </p>
    </Notice>
  );
}
