import { Trans } from '@lingui/react/macro';
import type { ContactNote } from '#shared/contracts/contact-notes.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Section } from '../../ui/page/section.tsx';
import { RecordList } from '../../ui/record/record.tsx';
import { NoteCard } from './note-card.tsx';

/** Everything that advisers have written about the firm, for the firm itself. */
export function FirmNotes({ notes }: { notes: readonly ContactNote[] }) {
  return (
    <Section
      title={<Trans>What advisers have written about us</Trans>}
      lead={
        <Trans>
          Every note about contacts with you, by every organisation. Is something wrong? Tell whoever wrote it.
        </Trans>
      }
    >
      {notes.length === 0 ? (
        <EmptyState title={<Trans>Nobody has written anything</Trans>} />
      ) : (
        <RecordList>
          {notes.map((note) => (
            <li key={note.contactNoteId}>
              <NoteCard note={note} />
            </li>
          ))}
        </RecordList>
      )}
    </Section>
  );
}
