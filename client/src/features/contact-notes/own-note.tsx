import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { AdvisedNote, ContactRecord } from '#shared/contracts/contact-notes.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { useOwnWords } from '../../ui/own-words/own-words.tsx';
import { type NotesPlace, sendCorrection, sendRewritten } from './api.ts';
import styles from './contact-notes.module.css';
import { NoteCard } from './note-card.tsx';
import { NoteForm } from './note-form.tsx';
import { useContactWords } from './use-contact-words.ts';

type OwnNoteProps = {
  note: AdvisedNote;
  place: NotesPlace;
  onChange: (record: ContactRecord, said: string) => void;
};

function CorrectionForm({ note, place, onChange, onDone }: OwnNoteProps & { onDone: () => void }) {
  const { t } = useLingui();
  const words = useContactWords();
  const action = useAction(words.problem);
  const [body, setBody] = useState('');
  const [requestKey] = useState(() => crypto.randomUUID());
  const [isMissing, setMissing] = useState(false);
  useUnsaved(body.trim() !== '');
  useOwnWords([{ label: t`Correction`, text: body }]);
  const send = () => {
    setMissing(body.trim() === '');
    if (body.trim() === '') return;
    action.run(async () => {
      const record = await sendCorrection({ ...place, contactNoteId: note.contactNoteId }, body, requestKey);
      onDone();
      onChange(record, t`The correction is added.`);
    });
  };
  return (
    <div className={styles.form}>
      <TextAreaField
        name={`correction-${note.contactNoteId}`}
        label={t`Correction`}
        hint={t`Stands below the note, which stays as it is. The firm can read it, too.`}
        value={body}
        onChange={({ currentTarget }) => setBody(currentTarget.value)}
        maximumLength={2000}
        error={isMissing ? t`Write what is to be corrected.` : undefined}
      />
      <FaultNotice fault={action.fault} title={<Trans>The correction is not saved</Trans>} />
      <ButtonRow>
        <Button isBusy={action.isBusy} onClick={send}>
          <Trans>Add the correction</Trans>
        </Button>
        <Button variant="secondary" onClick={onDone}>
          <Trans>Leave it as it was</Trans>
        </Button>
      </ButtonRow>
    </div>
  );
}

function RewriteForm({ note, place, onChange, onDone }: OwnNoteProps & { onDone: () => void }) {
  const { t } = useLingui();
  const words = useContactWords();
  const action = useAction(words.problem);
  const { kind, heldOn, counterpart, subject, body, contactNoteId, revision } = note;
  return (
    <NoteForm
      name={`note-${contactNoteId}`}
      written={{ kind, heldOn, counterpart, subject, body }}
      action={action}
      onCancel={onDone}
      onSend={async (changed) => {
        const record = await sendRewritten({ ...place, contactNoteId }, revision, changed);
        onDone();
        onChange(record, t`The note is changed. What it said before stays beside it.`);
      }}
    />
  );
}

/** A note of the own organisation: written anew on its day by its author, afterwards added to. */
export function OwnNote(props: OwnNoteProps) {
  const { t } = useLingui();
  const { note } = props;
  const { subject } = note;
  const [doing, setDoing] = useState<'rewrite' | 'correct' | null>(null);
  const end = () => setDoing(null);
  if (doing === 'rewrite') return <RewriteForm {...props} onDone={end} />;
  return (
    <NoteCard note={note}>
      {doing === 'correct' ? (
        <CorrectionForm {...props} onDone={end} />
      ) : (
        <ButtonRow>
          {note.mayRewrite && (
            <Button variant="quiet" aria-label={t`Change the note ${subject}`} onClick={() => setDoing('rewrite')}>
              <Trans>Change</Trans>
            </Button>
          )}
          <Button variant="quiet" aria-label={t`Correct the note ${subject}`} onClick={() => setDoing('correct')}>
            <Trans>Add a correction</Trans>
          </Button>
        </ButtonRow>
      )}
    </NoteCard>
  );
}
