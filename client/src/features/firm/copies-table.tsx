import { Trans, useLingui } from '@lingui/react/macro';
import type { FirmAccess } from '#shared/contracts/firms.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Table } from '../../ui/table/table.tsx';

type Copy = FirmAccess['copies'][number];

function useFileWords(): Record<Copy['file'], string> {
  const { t } = useLingui();
  return {
    'report-pdf': t`The report of the result (PDF)`,
    'report-xlsx': t`The workbook with levels, answers and comments (Excel)`,
    'report-csv': t`The table with levels, answers and comments (CSV)`,
    'report-json': t`The data of the result (JSON)`,
    'report-ics': t`The day to answer again, for a calendar`,
    'answer-sheet': t`The answer sheet for the EU’s measures`,
    list: t`A file of their list: county, industry, size and levels`,
  };
}

/** Every file that somebody outside the firm has taken: unlike what was read, it stays with whoever took it. */
export function CopiesTable({ copies, copyCount }: Pick<FirmAccess, 'copies' | 'copyCount'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const files = useFileWords();
  if (copies.length === 0) {
    return (
      <EmptyState title={<Trans>Nobody has taken a file</Trans>}>
        <p>
          <Trans>As soon as somebody outside the firm takes a file of yours, it stands here.</Trans>
        </p>
      </EmptyState>
    );
  }
  const shown = copies.length;
  const momentOf = (at: string) => {
    const [day, time] = [formatDate(new Date(at), language), formatTime(new Date(at), language)];
    return t`${day} at ${time}`;
  };
  const rows = copies.map((copy, index) => ({ ...copy, key: String(index) }));
  type Row = (typeof rows)[number];
  return (
    <>
      <p>
        <Trans>
          A file stays with whoever took it, also after you no longer let them in. It stands here as soon as it is asked
          for, also where the download was broken off.
        </Trans>
      </p>
      <Table
        caption={t`Every file that was taken, the newest first`}
        columns={[
          { key: 'at', header: t`When`, cell: ({ at }: Row) => momentOf(at), isRowHeader: true },
          { key: 'organisation', header: t`Organisation`, cell: ({ organisation }: Row) => localise(organisation) },
          {
            key: 'person',
            header: t`Person`,
            cell: ({ personName }: Row) => personName ?? t`Somebody whose account is erased`,
          },
          { key: 'file', header: t`File`, cell: ({ file }: Row) => files[file] },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
      {copyCount > shown && (
        <p>
          <Trans>
            The newest {shown} of {copyCount} files are listed.
          </Trans>
        </p>
      )}
    </>
  );
}
