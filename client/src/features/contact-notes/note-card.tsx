import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ContactNote } from '#shared/contracts/contact-notes.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { RecordCard, RecordMeta, RecordParts, RecordWords } from '../../ui/record/record.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './contact-notes.module.css';
import { useContactWords } from './use-contact-words.ts';

function useMoment(): (at: string) => string {
  const language = useLanguage();
  return (at) => `${formatDate(new Date(at), language)} ${formatTime(new Date(at), language)}`;
}

/** What the note said before it was written anew. */
function Versions({ note }: { note: ContactNote }) {
  const momentOf = useMoment();
  const words = useContactWords();
  if (note.versions.length === 0) return null;
  return (
    <Details summary={<Trans>What it said before</Trans>}>
      {note.versions.map((version) => {
        const at = momentOf(version.replacedAt);
        return (
          <RecordParts key={version.replacedAt}>
            <RecordMeta>
              <Trans>Until {at}:</Trans>
            </RecordMeta>
            <p>
              {words.kind(version.kind)}, {version.heldOn}: {version.subject}
            </p>
            <RecordWords>{version.body}</RecordWords>
          </RecordParts>
        );
      })}
    </Details>
  );
}

function Corrections({ note }: { note: ContactNote }) {
  const momentOf = useMoment();
  const words = useContactWords();
  return note.corrections.map(({ body, writtenAt, authorName }) => {
    const [at, by] = [momentOf(writtenAt), words.author({ authorName })];
    return (
      <div key={writtenAt + body} className={styles.correction}>
        <RecordMeta>
          <Trans>
            Correction, {at}, {by}
          </Trans>
        </RecordMeta>
        <RecordWords>{body}</RecordWords>
      </div>
    );
  });
}

/** One note with what was added to it and what it said before; `children` are what can be done with it. */
export function NoteCard({ note, children }: { note: ContactNote; children?: ReactNode }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useContactWords();
  const momentOf = useMoment();
  const by = `${words.author(note)}, ${localise(note.organisation)}`;
  const { counterpart: whom } = note;
  const withWhom = whom === '' ? '' : t`With ${whom}. `;
  const at = momentOf(note.writtenAt);
  return (
    <RecordCard>
      <p>
        <Tag>{words.kind(note.kind)}</Tag> {formatDate(new Date(note.heldOn), language)}
      </p>
      <h3>{note.subject}</h3>
      {note.body !== '' && <RecordWords>{note.body}</RecordWords>}
      <RecordMeta>
        {withWhom}
        <Trans>
          Written {at} by {by}.
        </Trans>
      </RecordMeta>
      <Corrections note={note} />
      <Versions note={note} />
      {children}
    </RecordCard>
  );
}
