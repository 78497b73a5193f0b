import { Trans } from '@lingui/react/macro';
import type { ContactRecord } from '#shared/contracts/contact-notes.ts';
import { lastContact } from '#shared/domain/contact/contact-note.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { RecordList, RecordMeta, RecordParts } from '../../ui/record/record.tsx';
import { NoteCard } from './note-card.tsx';
import { useContactWords } from './use-contact-words.ts';

/** The last contact, and what was written down last where that is something else. */
export function LastNotes({ record }: { record: ContactRecord }) {
  const last = lastContact(record.notes);
  const newest = record.notes.toSorted((one, other) => (one.writtenAt < other.writtenAt ? 1 : -1))[0];
  const shown = [last, newest].filter((note) => note !== undefined);
  if (shown.length === 0) {
    return (
      <p>
        <Trans>No note that can be read here tells of a contact with the firm.</Trans>
      </p>
    );
  }
  return (
    <RecordList>
      {[...new Set(shown)].map((note) => (
        <li key={note.contactNoteId}>
          <NoteCard note={note} />
        </li>
      ))}
    </RecordList>
  );
}

const openStatuses = ['chosen', 'accepted', 'started', 'invited', 'placed', 'waiting'];

/** What the firm takes part in or waits for now. */
export function UnderWay({ record }: { record: ContactRecord }) {
  const localise = useLocalised();
  const words = useContactWords();
  const open = record.participations.filter(({ status }) => openStatuses.includes(status));
  if (open.length === 0) {
    return (
      <p>
        <Trans>The firm takes part in nothing that can be seen here</Trans>.
      </p>
    );
  }
  return (
    <RecordList>
      {open.map((row) => (
        <li key={`${row.packageCode} ${row.source} ${row.since}`}>
          <RecordParts>
            <p>{localise(row.packageName)}</p>
            <RecordMeta>
              {localise(row.organisation)}: {words.state(row)}
            </RecordMeta>
          </RecordParts>
        </li>
      ))}
    </RecordList>
  );
}
