import { Trans } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { FieldValues, Path, Resolver, UseFormReturn } from 'react-hook-form';
import { type DefaultValues, useForm } from 'react-hook-form';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import styles from './editing.module.css';
import { FaultNotice } from './fault-notice.tsx';
import { useUnsaved } from './unsaved-guard.tsx';
import { type Place, usePlace } from './use-place.ts';

export type PlaceSetup<Values extends FieldValues, Content> = {
  /** What the draft holds there; null for what is new. */
  content: Content | null;
  toValues: (content: Content | null) => Values;
  resolver: Resolver<Values, unknown, Content>;
  toEdit: (content: Content, values: Values) => DraftEdit;
  onSaved?: ((content: Content) => void) | undefined;
};

/** A form over one place of the draft. Sending is refused, and shown, when somebody else was there meanwhile. */
export function usePlaceForm<Values extends FieldValues, Content>(setup: PlaceSetup<Values, Content>) {
  const { content, toValues, resolver, toEdit, onSaved } = setup;
  const place = usePlace(content);
  const form = useForm<Values, unknown, Content>({
    defaultValues: toValues(content) as DefaultValues<Values>,
    resolver,
  });
  /** What was saved is the new ground; what has been typed since it was sent stays, and is not saved yet. */
  const settle = (saved: Values, known: Values) => {
    const typed = form.getValues();
    const since = Object.keys(typed).filter((name) => canonicalJson(typed[name]) !== canonicalJson(known[name]));
    form.reset(saved);
    for (const name of since) form.setValue(name as Path<Values>, typed[name], { shouldDirty: true });
  };
  const store = (sent: Content, seen?: unknown) => {
    const values = structuredClone(form.getValues());
    const whenSaved = () => {
      settle(toValues(sent), values);
      onSaved?.(sent);
    };
    place.save(toEdit(sent, values), whenSaved, seen);
  };
  const submit = form.handleSubmit((sent) => store(sent));
  const keepMine = form.handleSubmit((sent) => store(sent, place.conflict?.current));
  const takeTheirs = () => {
    form.reset(toValues((place.conflict?.current ?? null) as Content | null));
    place.takeTheirs();
  };
  return { form, place, submit, keepMine, takeTheirs };
}

type PlaceFormProps = {
  state: {
    form: Pick<UseFormReturn, never> & { formState: { isDirty: boolean; errors: object; submitCount: number } };
    place: Place;
    submit: () => Promise<void>;
    keepMine: () => Promise<void>;
    takeTheirs: () => void;
  };
  /** Names the place, for the table of two versions of it. */
  caption: string;
  children: ReactNode;
};

function Outcome({ place, isDirty, hasErrors }: { place: Place; isDirty: boolean; hasErrors: boolean }) {
  if (hasErrors) {
    return (
      <Notice tone="danger" role="alert">
        <p>
          <Trans>Nothing was saved: a field above needs correcting.</Trans>
        </p>
      </Notice>
    );
  }
  if (place.fault !== undefined) return <FaultNotice fault={place.fault} />;
  return (
    <p role="status" className={styles.muted}>
      {isDirty ? <Trans>Not saved yet</Trans> : place.isSaved && <Trans>Saved in the draft</Trans>}
    </p>
  );
}

/** What is folded away can not take the focus, and nobody would find the fault in it. */
function unfoldFaults(form: HTMLFormElement | null): void {
  const fields = [...(form?.querySelectorAll<HTMLElement>('[aria-invalid="true"]') ?? [])];
  for (const field of fields) field.closest('details')?.setAttribute('open', '');
  fields[0]?.focus();
}

/** The frame of every form over a place: its fields, what came of saving it, and the conflict when there is one. */
export function PlaceForm({ state, caption, children }: PlaceFormProps) {
  const { form, place, submit, keepMine, takeTheirs } = state;
  const { isDirty, errors, submitCount } = form.formState;
  const element = useRef<HTMLFormElement>(null);
  useUnsaved(isDirty);
  useEffect(() => {
    if (submitCount > 0) unfoldFaults(element.current);
  }, [submitCount]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form ref={element} noValidate className={styles.form} onSubmit={send}>
      {children}
      {place.conflict !== undefined && (
        <ConflictNotice
          conflict={place.conflict}
          caption={caption}
          onKeepMine={() => void keepMine()}
          onTakeTheirs={takeTheirs}
        />
      )}
      <Outcome place={place} isDirty={isDirty} hasErrors={Object.keys(errors).length > 0} />
      <ButtonRow>
        <Button type="submit" isBusy={place.isBusy}>
          <Trans>Save in the draft</Trans>
        </Button>
      </ButtonRow>
    </form>
  );
}
