import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ColumnChoice, ImportReport } from '#shared/contracts/outreach.ts';
import type { TableFile } from '#shared/contracts/table-file.ts';
import { contactFields } from '#shared/domain/outreach/contact-rows.ts';
import { tableFileOf } from '../../lib/table-file.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FileField } from '../../ui/field/file-field.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { type FileReport, sendFile, sendImport } from './api.ts';
import styles from './outreach.module.css';
import { EmptyFile, useOutreachWords } from './use-outreach-words.ts';

type Opened = { name: string; file: TableFile; report: FileReport };

function Report({ report }: { report: ImportReport }) {
  const words = useOutreachWords();
  const { good, known, lettingIn, faulty, faultyCount } = report;
  const shown = faulty.length;
  return (
    <Notice
      tone={faultyCount === 0 ? 'info' : 'warning'}
      role="status"
      title={<Plural value={good} one="# row is good." other="# rows are good." />}
    >
      <p>
        <Plural
          value={known}
          _0="None of them is known."
          one="# is known and is brought up to date."
          other="# are known and are brought up to date."
        />{' '}
        <Plural value={lettingIn} _0="" one="# firm lets you in already." other="# firms let you in already." />
      </p>
      {faultyCount > 0 && (
        <>
          <p>
            <Plural value={faultyCount} one="# row cannot be taken:" other="# rows cannot be taken:" />
          </p>
          <ul>
            {faulty.map(({ row, faults }) => (
              <li key={row}>
                <Trans>Row {row}</Trans>: {faults.map(words.fault).join(', ')}
              </li>
            ))}
          </ul>
          {shown < faultyCount && (
            <p>
              <Trans>The first {shown} are shown.</Trans>
            </p>
          )}
        </>
      )}
    </Notice>
  );
}

type ContactImportProps = { organisationId: string; onStored: (count: number) => Promise<void> };

/** Takes a file in, step by step: which column is which, what is wrong with which row, and only then keeps it. */
export function ContactImport({ organisationId, onStored }: ContactImportProps) {
  const { t } = useLingui();
  const words = useOutreachWords();
  const { isBusy, fault, run } = useAction(words.problem);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [columns, setColumns] = useState<ColumnChoice | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const open = (given: File) =>
    run(async () => {
      if (given.size === 0) throw new EmptyFile();
      const file = await tableFileOf(given);
      const read = await sendFile(organisationId, file);
      setOpened({ name: given.name, file, report: read });
      setColumns(read.guess);
      setReport(null);
    });
  const send = (accepts: 'nothing' | 'good-rows') =>
    run(async () => {
      if (opened === null || columns === null) return;
      const came = await sendImport(organisationId, { file: opened.file, columns, accepts });
      setReport(came);
      if (accepts === 'nothing') return;
      setOpened(null);
      setReport(null);
      await onStored(came.stored);
    });
  const headings = opened?.report.headings ?? [];
  const example = (column: number | null) =>
    column === null
      ? undefined
      : (opened?.report.sample.map((row) => row[column]).find((cell) => cell !== '') ?? undefined);
  const name = opened?.name ?? '';
  const rowCount = opened?.report.rowCount ?? 0;
  return (
    <div className={styles.part}>
      <FileField
        name="contact-file"
        label={t`File with earlier contacts`}
        hint={t`XLSX or CSV with headings in the first row, at most 5,000 rows and 2 MB. There must be columns for the firm and its e-mail address; the others are taken where they are there.`}
        accept=".xlsx,.csv"
        isBusy={isBusy}
        onFile={open}
      />
      {opened !== null && columns !== null && (
        <>
          <p>
            <Trans>
              {name}: {rowCount} rows. Check which column is which.
            </Trans>
          </p>
          {contactFields.map((field) => (
            <SelectField
              key={field}
              name={`column-${field}`}
              label={words.field(field)}
              hint={
                example(columns[field]) === undefined ? undefined : t`For example: ${example(columns[field]) ?? ''}`
              }
              width="half"
              value={columns[field] === null ? '' : String(columns[field])}
              options={[
                { value: '', label: t`Not in the file` },
                ...headings.map((heading, index) => ({
                  value: String(index),
                  label: heading || t`Column ${index + 1}`,
                })),
              ]}
              onChange={({ currentTarget: { value } }) => {
                setColumns({ ...columns, [field]: value === '' ? null : Number(value) });
                setReport(null);
              }}
            />
          ))}
          {report !== null && <Report report={report} />}
          <ButtonRow>
            <Button variant="secondary" isBusy={isBusy} onClick={() => send('nothing')}>
              <Trans>Check the file</Trans>
            </Button>
            {report !== null && report.good > 0 && (
              <Button isBusy={isBusy} onClick={() => send('good-rows')}>
                <Plural value={report.good} one="Take in the good row" other="Take in the # good rows" />
              </Button>
            )}
          </ButtonRow>
        </>
      )}
      <FaultNotice fault={fault} />
    </div>
  );
}
