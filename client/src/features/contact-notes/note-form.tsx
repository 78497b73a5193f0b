import { Trans, useLingui } from '@lingui/react/macro';
import { type Resolver, useForm } from 'react-hook-form';
import { type ContactNoteText, contactNoteTextSchema } from '#shared/contracts/contact-notes.ts';
import { contactKinds } from '#shared/domain/contact/contact-note.ts';
import { today } from '../../lib/today.ts';
import type { Action } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { useOwnWords } from '../../ui/own-words/own-words.tsx';
import styles from './contact-notes.module.css';
import { useContactWords } from './use-contact-words.ts';

type NoteField = keyof ContactNoteText;
const order: readonly NoteField[] = ['kind', 'heldOn', 'counterpart', 'subject', 'body'];

/** What was typed, under the name of the form: several stand on the page, and the fields of each have ids of their own. */
type Typed = Record<string, ContactNoteText>;

const resolverOf =
  (name: string, empty: ContactNoteText): Resolver<Typed> =>
  (typed) => {
    const note = typed[name] ?? empty;
    const read = contactNoteTextSchema.safeParse(note);
    const isAhead = note.heldOn > today();
    if (read.success && !isAhead) return { values: { [name]: read.data }, errors: {} };
    const wrong = new Set(read.error?.issues.map(({ path }) => String(path[0])));
    if (isAhead) wrong.add('heldOn');
    const errors = Object.fromEntries([...wrong].map((field) => [field, { type: 'invalid' }]));
    return { values: {}, errors: { [name]: errors } };
  };

type NoteFormProps = {
  /** Tells it from the other forms for notes of the page. */
  name: string;
  /** What stands there already; undefined for a new one. */
  written?: ContactNoteText;
  action: Action;
  onSend: (note: ContactNoteText) => Promise<void>;
  onCancel?: () => void;
};

function useNoteFaults(): Record<NoteField, string> {
  const { t } = useLingui();
  return {
    kind: t`Choose how contact was made.`,
    heldOn: t`Choose a day that is not ahead.`,
    counterpart: t`Write at most 200 characters.`,
    subject: t`Write what it was about, at most 200 characters.`,
    body: t`Write at most 4,000 characters.`,
  };
}

/** A contact with the firm, in words that the firm can read. */
export function NoteForm({ name, written, action, onSend, onCancel }: NoteFormProps) {
  const { t } = useLingui();
  const words = useContactWords();
  const faults = useNoteFaults();
  const empty: ContactNoteText = { kind: 'call', heldOn: today(), counterpart: '', subject: '', body: '' };
  const form = useForm<Typed>({
    defaultValues: { [name]: written ?? empty },
    resolver: resolverOf(name, empty),
    shouldFocusError: false,
  });
  const { register, handleSubmit, formState } = form;
  useUnsaved(formState.isDirty);
  const typed = form.watch(name);
  const labels = { counterpart: t`With whom at the firm`, subject: t`About what`, body: t`What was said` };
  const fields = ['counterpart', 'subject', 'body'] as const;
  useOwnWords(
    fields
      .filter((field) => typed[field] !== (written ?? empty)[field])
      .map((field) => ({ label: labels[field], text: typed[field] })),
  );
  const errorOf = (field: NoteField) => (formState.errors[name]?.[field] === undefined ? undefined : faults[field]);
  const faultsInOrder = order.flatMap((field) => listFaults([`${name}.${field}`], () => errorOf(field)));
  const send = handleSubmit(({ [name]: note = empty }) =>
    action.run(async () => {
      await onSend(note);
      form.reset({ [name]: empty });
    }),
  );
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void send(event)}>
      <ErrorSummary faults={faultsInOrder} attempt={formState.submitCount} />
      <SelectField
        {...register(`${name}.kind`)}
        label={t`How contact was made`}
        options={contactKinds.map((kind) => ({ value: kind, label: words.kind(kind) }))}
        width="half"
        error={errorOf('kind')}
      />
      <TextField
        {...register(`${name}.heldOn`)}
        label={t`Day`}
        type="date"
        width="half"
        max={today()}
        error={errorOf('heldOn')}
      />
      <TextField
        {...register(`${name}.counterpart`)}
        label={labels.counterpart}
        isOptional
        autoComplete="off"
        error={errorOf('counterpart')}
      />
      <TextField
        {...register(`${name}.subject`)}
        label={labels.subject}
        autoComplete="off"
        error={errorOf('subject')}
      />
      <TextAreaField
        {...register(`${name}.body`)}
        value={typed.body}
        label={labels.body}
        hint={t`Write so that the firm can read it: it sees every note about itself on its own page.`}
        isOptional
        maximumLength={4000}
        error={errorOf('body')}
      />
      <FaultNotice fault={action.fault} title={<Trans>The note is not saved</Trans>} />
      <ButtonRow>
        <Button type="submit" isBusy={action.isBusy}>
          {written === undefined ? <Trans>Save the note</Trans> : <Trans>Save the changed note</Trans>}
        </Button>
        {onCancel !== undefined && (
          <Button variant="secondary" onClick={onCancel}>
            <Trans>Leave it as it was</Trans>
          </Button>
        )}
      </ButtonRow>
    </form>
  );
}
