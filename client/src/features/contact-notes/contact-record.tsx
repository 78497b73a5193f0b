import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ContactRecord, Participation } from '#shared/contracts/contact-notes.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { UnsavedGuard } from '../../ui/dialog/unsaved-guard.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { RecordList } from '../../ui/record/record.tsx';
import { Table } from '../../ui/table/table.tsx';
import { type NotesPlace, sendNote } from './api.ts';
import { NoteCard } from './note-card.tsx';
import { NoteForm } from './note-form.tsx';
import { OwnNote } from './own-note.tsx';
import { useContactWords } from './use-contact-words.ts';

/** What the firm takes part in, at every organisation whose notes are open. */
function Participations({ rows }: { rows: readonly Participation[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useContactWords();
  if (rows.length === 0) {
    return <EmptyState title={<Trans>The firm takes part in nothing that can be seen here</Trans>} />;
  }
  const columns = [
    { key: 'package', header: t`Package`, isRowHeader: true, cell: (row: Participation) => localise(row.packageName) },
    { key: 'at', header: t`Organisation`, cell: (row: Participation) => localise(row.organisation) },
    { key: 'state', header: t`State`, cell: (row: Participation) => words.state(row) },
    { key: 'since', header: t`Since`, cell: (row: Participation) => formatDate(new Date(row.since), language) },
  ];
  return (
    <Table
      caption={t`What the firm takes part in`}
      columns={columns}
      rows={rows}
      rowKey={({ packageCode, source, since }) => `${packageCode} ${source} ${since}`}
    />
  );
}

/** Who else reads what is written here, and whose notes one reads. */
function Sharing({ record }: { record: ContactRecord }) {
  const language = useLanguage();
  const localise = useLocalised();
  const names = listInWords(record.others.map(localise), language);
  if (!record.isShared) {
    return (
      <p>
        <Trans>
          The firm agreed by an earlier wording: notes written here are read by the organisation and the firm alone, and
          no one else’s are shown here.
        </Trans>
      </p>
    );
  }
  return (
    <p>
      {names === '' ? (
        <Trans>
          Notes written here are also read by other organisations that the firm lets in by a wording that says so; none
          now.
        </Trans>
      ) : (
        <Trans>Shared, as the firm has agreed, with {names}.</Trans>
      )}
    </p>
  );
}

type ContactRecordProps = { record: ContactRecord; place: NotesPlace; onChange: (record: ContactRecord) => void };

function NewNote({ place, onWritten }: { place: NotesPlace; onWritten: (record: ContactRecord) => void }) {
  const words = useContactWords();
  const action = useAction(words.problem);
  // One for each note: sent again after a lost reply it is the same one.
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  return (
    <Details summary={<Trans>Write a contact down</Trans>}>
      <NoteForm
        name="new-note"
        action={action}
        onSend={async (note) => {
          const record = await sendNote(place, note, requestKey);
          setRequestKey(crypto.randomUUID());
          onWritten(record);
        }}
      />
    </Details>
  );
}

/** The log of contacts with the firm, of all organisations it has let in as far as it has agreed; and what it takes part in. */
export function ContactRecordSections({ record, place, onChange }: ContactRecordProps) {
  const { t } = useLingui();
  const done = useDone();
  const change = (next: ContactRecord, said: string) => {
    onChange(next);
    done.say(said);
  };
  return (
    <UnsavedGuard>
      <Section title={<Trans>Packages taken and under way</Trans>}>
        <Participations rows={record.participations} />
      </Section>
      <Section title={<Trans>Contacts and notes</Trans>}>
        <Sharing record={record} />
        <DoneNotice done={done} />
        <NewNote place={place} onWritten={(next) => change(next, t`The note is saved. The firm can read it.`)} />
        {record.notes.length === 0 ? (
          <EmptyState title={<Trans>Nothing has been written down yet</Trans>} />
        ) : (
          <RecordList>
            {record.notes.map((note) => (
              <li key={note.contactNoteId}>
                {note.isOurs ? <OwnNote note={note} place={place} onChange={change} /> : <NoteCard note={note} />}
              </li>
            ))}
          </RecordList>
        )}
      </Section>
    </UnsavedGuard>
  );
}
