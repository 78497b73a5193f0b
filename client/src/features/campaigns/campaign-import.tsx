import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { InviteeColumnChoice, InviteeReport } from '#shared/contracts/campaigns.ts';
import type { TableFile } from '#shared/contracts/table-file.ts';
import { inviteeFields } from '#shared/domain/campaign/invitee-rows.ts';
import { tableFileOf } from '../../lib/table-file.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FileField } from '../../ui/field/file-field.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { type FileReport, type Place, sendContacts, sendFile, sendImport } from './api.ts';
import styles from './campaigns.module.css';
import { EmptyFile, useCampaignWords } from './use-campaign-words.ts';

type Opened = { name: string; file: TableFile; report: FileReport };

function Report({ report }: { report: InviteeReport }) {
  const words = useCampaignWords();
  const { good, knownContacts, lettingIn, faulty, faultyCount } = report;
  const shown = faulty.length;
  return (
    <Notice
      tone={faultyCount === 0 ? 'info' : 'warning'}
      role="status"
      title={<Plural value={good} one="# row is good." other="# rows are good." />}
    >
      <p>
        <Plural
          value={knownContacts}
          _0="None of them is an earlier contact of yours."
          one="# of them is an earlier contact of yours."
          other="# of them are earlier contacts of yours."
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

type AddProps = { place: Place; onAdded: (count: number) => Promise<void> };

/** Takes a file in, step by step: which column is which, what is wrong with which row, and only then keeps it. */
export function CampaignImport({ place, onAdded }: AddProps) {
  const { t } = useLingui();
  const words = useCampaignWords();
  const { isBusy, fault, run } = useAction(words.problem);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [columns, setColumns] = useState<InviteeColumnChoice | null>(null);
  const [report, setReport] = useState<InviteeReport | null>(null);
  const open = (given: File) =>
    run(async () => {
      if (given.size === 0) throw new EmptyFile();
      const file = await tableFileOf(given);
      const read = await sendFile(place, file);
      setOpened({ name: given.name, file, report: read });
      setColumns(read.guess);
      setReport(null);
    });
  const send = (accepts: 'nothing' | 'good-rows') =>
    run(async () => {
      if (opened === null || columns === null) return;
      const came = await sendImport(place, { file: opened.file, columns, accepts });
      setReport(came);
      if (accepts === 'nothing') return;
      setOpened(null);
      setReport(null);
      await onAdded(came.stored);
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
        name="firm-file"
        label={t`File with firms to invite`}
        hint={t`XLSX or CSV with headings in the first row, at most 10,000 rows and 2 MB. There must be columns for the firm and its e-mail address. Municipality, branch and employees divide the response rate where they are there.`}
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
          <div className={styles.pair}>
            {inviteeFields
              .filter((field) => field !== 'telephone')
              .map((field) => (
                <SelectField
                  key={field}
                  name={`column-${field}`}
                  label={words.field(field)}
                  hint={
                    example(columns[field]) === undefined ? undefined : t`For example: ${example(columns[field]) ?? ''}`
                  }
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
          </div>
          {report !== null && <Report report={report} />}
          <ButtonRow>
            <Button variant="secondary" isBusy={isBusy} onClick={() => send('nothing')}>
              <Trans>Check the file</Trans>
            </Button>
            {report !== null && report.good > 0 && (
              <Button isBusy={isBusy} onClick={() => send('good-rows')}>
                <Plural value={report.good} one="Add the good row" other="Add the # good rows" />
              </Button>
            )}
          </ButtonRow>
        </>
      )}
      <FaultNotice fault={fault} />
    </div>
  );
}

/** Earlier contacts of the organisation: all of them, or those that a search finds. */
export function ContactAddition({ place, onAdded }: AddProps) {
  const { t } = useLingui();
  const words = useCampaignWords();
  const { isBusy, fault, run } = useAction(words.problem);
  const [search, setSearch] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      const { added } = await sendContacts(place, search.trim());
      await onAdded(added);
    });
  };
  return (
    <form onSubmit={add} className={styles.part}>
      <TextField
        name="contact-search"
        type="search"
        label={t`Earlier contacts whose firm, person or address contains`}
        hint={t`Leave it empty to add all of your earlier contacts. Who is in the campaign already, or has said no, is passed over.`}
        autoComplete="off"
        maxLength={120}
        width="half"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <FaultNotice fault={fault} />
      <p>
        <Button type="submit" variant="secondary" isBusy={isBusy}>
          {search.trim() === '' ? <Trans>Add all earlier contacts</Trans> : <Trans>Add those</Trans>}
        </Button>
      </p>
    </form>
  );
}
