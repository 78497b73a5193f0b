import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { isNoReply } from '../../lib/http/errors.ts';
import { tableFileOf } from '../../lib/table-file.ts';
import { useAction } from '../../lib/use-action.ts';
import { EmptyFile } from '../../lib/use-contact-row-words.ts';
import { Button } from '../button/button.tsx';
import { ButtonRow } from '../button/button-row.tsx';
import { FileField } from '../field/file-field.tsx';
import { SelectField } from '../field/select-field.tsx';
import { FaultNotice } from '../notice/fault-notice.tsx';
import { Notice } from '../notice/notice.tsx';
import { RowReport, type RowWords, type TableReport } from './row-report.tsx';
import { StoredReport } from './stored-report.tsx';
import styles from './table-import.module.css';
import { UnsureNotice } from './unsure-notice.tsx';
import { UploadProgress } from './upload-progress.tsx';
import { type Sending, useUpload } from './use-upload.ts';

type TableFile = Awaited<ReturnType<typeof tableFileOf>>;
type Columns<Field extends string> = Readonly<Record<Field, number | null>>;

type ReadTable<Field extends string> = {
  readonly headings: readonly string[];
  /** The first few rows below the headings. */
  readonly sample: readonly (readonly string[])[];
  readonly rowCount: number;
  readonly guess: Columns<Field>;
};

type TableImportProps<Field extends string, Fault extends string, Report extends TableReport<Fault>> = {
  file: { name: string; label: string; hint: string };
  /** More on what a file may hold, for those who ask. */
  help?: ReactNode;
  /** Whose columns are asked for. */
  fields: readonly NoInfer<Field>[];
  /** Beside each other where there is room. */
  isPaired?: boolean | undefined;
  words: {
    field: (field: Field) => string;
    fault: (fault: Fault) => string;
    /** In whose column the fault is, where it is in one. */
    faultAt?: (fault: Fault) => NoInfer<Field> | undefined;
    problem: (error: unknown) => string;
  };
  read: (file: TableFile, sending: Sending) => Promise<ReadTable<Field>>;
  send: (
    body: { file: TableFile; columns: Columns<Field>; accepts: 'nothing' | 'good-rows' },
    sending: Sending,
  ) => Promise<Report>;
  about: (report: Report) => ReactNode;
  /** On the button that takes in so many good rows. */
  takeIn: (good: number) => ReactNode;
  onStored: (count: number) => Promise<void>;
  /** It was stopped while it was being stored: what is there now is read anew. */
  onStopped?: (() => Promise<void>) | undefined;
};

type Opened<Field extends string> = { name: string; file: TableFile; table: ReadTable<Field> };

type Outcome<Field extends string, Report> = {
  name: string;
  report: Report;
  isOther: boolean;
  columns: Columns<Field>;
  headings: readonly string[];
};

/** Takes a file in, step by step: which column is which, what is wrong with which row, and only then keeps it. */
export function TableImport<Field extends string, Fault extends string, Report extends TableReport<Fault>>(
  props: TableImportProps<Field, Fault, Report>,
) {
  const { file: field, fields, isPaired, words, about, takeIn } = props;
  const { t } = useLingui();
  const { isBusy, fault, run } = useAction(words.problem);
  const [opened, setOpened] = useState<Opened<Field> | null>(null);
  const [columns, setColumns] = useState<Columns<Field> | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  /** What came of the last file, for as long as there is something left to do about it. */
  const [outcome, setOutcome] = useState<Outcome<Field, Report> | null>(null);
  const [isStopped, setStopped] = useState(false);
  /** Whether what was to be stored is stored is not known. */
  const [isUnsure, setUnsure] = useState(false);
  const upload = useUpload();
  const open = (given: File) =>
    run(async () => {
      setOpened(null);
      setOutcome(null);
      setStopped(false);
      setUnsure(false);
      if (given.size === 0) throw new EmptyFile();
      const file = await tableFileOf(given);
      const isDone = await upload.run(async (sending) => {
        const table = await props.read(file, sending);
        setOpened({ name: given.name, file, table });
        setColumns(table.guess);
        setReport(null);
      });
      setStopped(!isDone);
    });
  const send = (accepts: 'nothing' | 'good-rows') =>
    run(async () => {
      if (opened === null || columns === null) return;
      setStopped(false);
      setUnsure(false);
      const isDone = await upload.run(async (sending) => {
        const came = await props.send({ file: opened.file, columns, accepts }, sending).catch((error: unknown) => {
          if (accepts === 'nothing' || sending.signal.aborted || !isNoReply(error)) throw error;
          return null;
        });
        if (came === null) return setUnsure(true);
        setReport(came);
        if (accepts === 'nothing') return;
        const isOther = report !== null && came.stored !== report.good;
        setOutcome({ name: opened.name, report: came, isOther, columns, headings: opened.table.headings });
        setOpened(null);
        setReport(null);
        await props.onStored(came.stored);
      });
      setStopped(!isDone);
      if (!isDone && accepts !== 'nothing') await props.onStopped?.();
    });
  const rowWords = (chosen: Columns<Field>, headings: readonly string[]): RowWords<Fault> => ({
    headings,
    fault: words.fault,
    at: (fault, cells) => {
      const at = words.faultAt?.(fault);
      const column = at === undefined ? null : chosen[at];
      return column === null ? '' : (cells[column] ?? '');
    },
  });
  const headings = opened?.table.headings ?? [];
  const example = (column: number | null) =>
    column === null
      ? undefined
      : (opened?.table.sample.map((row) => row[column]).find((cell) => cell !== '') ?? undefined);
  const name = opened?.name ?? '';
  const rowCount = opened?.table.rowCount ?? 0;
  const columnFields =
    columns !== null &&
    fields.map((each) => (
      <SelectField
        key={each}
        name={`column-${each}`}
        label={words.field(each)}
        hint={example(columns[each]) === undefined ? undefined : t`For example: ${example(columns[each]) ?? ''}`}
        width={isPaired === true ? undefined : 'half'}
        value={columns[each] === null ? '' : String(columns[each])}
        options={[
          { value: '', label: t`Not in the file` },
          ...headings.map((heading, index) => ({ value: String(index), label: heading || t`Column ${index + 1}` })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          setColumns({ ...columns, [each]: value === '' ? null : Number(value) });
          setReport(null);
        }}
      />
    ));
  return (
    <div className={styles.part}>
      <FileField {...field} accept=".xlsx,.csv,.txt" isBusy={isBusy} onFile={open} />
      {props.help}
      {opened !== null && (
        <>
          <p>
            <Plural
              value={rowCount}
              one={`${name}: # row. Check which column is which.`}
              other={`${name}: # rows. Check which column is which.`}
            />
          </p>
          {isPaired === true ? <div className={styles.pair}>{columnFields}</div> : columnFields}
          {report !== null && columns !== null && (
            <RowReport report={report} words={rowWords(columns, headings)} about={about(report)} />
          )}
          <ButtonRow>
            <Button variant="secondary" isBusy={isBusy} onClick={() => send('nothing')}>
              <Trans>Check the file</Trans>
            </Button>
            {report !== null && report.good > 0 && (
              <Button isBusy={isBusy} onClick={() => send('good-rows')}>
                {takeIn(report.good)}
              </Button>
            )}
          </ButtonRow>
        </>
      )}
      {upload.stage !== null && <UploadProgress stage={upload.stage} onCancel={upload.cancel} />}
      {isUnsure && <UnsureNotice look={props.onStopped} />}
      {isStopped && (
        <Notice role="status">
          <p>
            <Trans>Cancelled. Nothing of the file is kept, unless all of it was done just before.</Trans>
          </p>
        </Notice>
      )}
      {outcome !== null && (
        <StoredReport {...outcome} words={rowWords(outcome.columns, outcome.headings)} about={about(outcome.report)} />
      )}
      <FaultNotice fault={fault} />
    </div>
  );
}
