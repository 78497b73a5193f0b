import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { FieldValues, Path, Resolver, UseFormReturn } from 'react-hook-form';
import { type DefaultValues, useForm } from 'react-hook-form';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import styles from './editing.module.css';
import { type Place, usePlace } from './use-place.ts';

export type PlaceSetup<Values extends FieldValues, Content> = {
  /** What the draft holds there; null for what is new. */
  content: Content | null;
  toValues: (content: Content | null) => Values;
  resolver: Resolver<Values, unknown, Content>;
  toEdit: (content: Content, values: Values) => DraftEdit;
  onSaved?: ((content: Content) => void) | undefined;
};

/** Figures follow the language of the page, unless something is being written. */
function useFiguresInLanguage(isDirty: boolean, write: () => void): void {
  const language = useLanguage();
  const written = useRef(language);
  useEffect(() => {
    if (written.current === language || isDirty) return;
    written.current = language;
    write();
  });
}

/** A form over one place of the draft. Sending is refused, and shown, when somebody else was there meanwhile. */
export function usePlaceForm<Values extends FieldValues, Content>(setup: PlaceSetup<Values, Content>) {
  const { content, toValues, resolver, toEdit, onSaved } = setup;
  const place = usePlace(content);
  const form = useForm<Values, unknown, Content>({
    defaultValues: toValues(content) as DefaultValues<Values>,
    resolver,
  });
  useFiguresInLanguage(form.formState.isDirty, () => form.reset(toValues(place.seen as Content | null)));
  /** What was saved is the new ground; what has been typed since it was sent stays, and is not saved yet. */
  const settle = (saved: Values, known: Values) => {
    const typed = form.getValues();
    const since = Object.keys(typed).filter((name) => canonicalJson(typed[name]) !== canonicalJson(known[name]));
    form.reset(saved);
    for (const name of since) form.setValue(name as Path<Values>, typed[name], { shouldDirty: true });
  };
  const store = (sent: Content, whenSaved?: () => void, seen?: unknown) => {
    const values = structuredClone(form.getValues());
    const whenStored = () => {
      settle(toValues(sent), values);
      onSaved?.(sent);
      whenSaved?.();
    };
    place.save(toEdit(sent, values), whenStored, seen);
  };
  const submit = form.handleSubmit((sent) => store(sent));
  const keepMine = (whenSaved: () => void) =>
    form.handleSubmit((sent) => store(sent, whenSaved, place.conflict?.current))();
  const takeTheirs = () => {
    form.reset(toValues((place.conflict?.current ?? null) as Content | null));
    place.takeTheirs();
  };
  const chooseOtherCode = () => {
    place.dismiss();
    void form.trigger('code' as Path<Values>);
  };
  return { form, place, submit, keepMine, takeTheirs, chooseOtherCode };
}

/** The heading that a form on a page of several belongs to. */
export type FormTitle = { readonly id: string; readonly words: string };

type PlaceFormProps = {
  state: {
    form: Pick<UseFormReturn, never> & { formState: { isDirty: boolean; errors: object; submitCount: number } };
    place: Place;
    submit: () => Promise<void>;
    keepMine: (whenSaved: () => void) => Promise<void>;
    takeTheirs: () => void;
    chooseOtherCode: () => void;
  };
  /** Names the place, for the table of two versions of it. */
  caption: string;
  title?: FormTitle | undefined;
  children: ReactNode;
};

function Standing({ outcome, isDirty }: { outcome: Place['outcome']; isDirty: boolean }) {
  if (isDirty) return <Trans>Not saved yet</Trans>;
  if (outcome === 'saved') return <Trans>Saved in the draft</Trans>;
  return outcome === 'taken' && <Trans>Their text stands in the fields now.</Trans>;
}

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
      <Standing outcome={place.outcome} isDirty={isDirty} />
    </p>
  );
}

/** What is folded away can not take the focus, and nobody would find the fault in it. */
function unfoldFaults(form: HTMLFormElement | null): void {
  const faulty = '[aria-invalid="true"], [data-invalid][tabindex]';
  const fields = [...(form?.querySelectorAll<HTMLElement>(faulty) ?? [])];
  for (const field of fields) field.closest('details')?.setAttribute('open', '');
  fields[0]?.focus();
}

/** The frame of every form over a place: its fields, what came of saving it, and the conflict when there is one. */
export function PlaceForm({ state, caption, title, children }: PlaceFormProps) {
  const { t } = useLingui();
  const { form, place, submit, keepMine, takeTheirs, chooseOtherCode } = state;
  const { isDirty, errors, submitCount } = form.formState;
  const element = useRef<HTMLFormElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const focusAfter = useFocusAfter();
  const focusOutcome = () => focusAfter(() => outcome.current);
  useUnsaved(isDirty);
  useEffect(() => {
    if (submitCount > 0) unfoldFaults(element.current);
  }, [submitCount]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form ref={element} noValidate className={styles.form} aria-labelledby={title?.id} onSubmit={send}>
      {children}
      {place.conflict !== undefined && (
        <ConflictNotice
          conflict={place.conflict}
          caption={caption}
          onKeepMine={() => void keepMine(focusOutcome)}
          onTakeTheirs={() => {
            takeTheirs();
            focusOutcome();
          }}
          onOtherCode={() => {
            chooseOtherCode();
            focusAfter(() => document.getElementById(fieldId('code')));
          }}
        />
      )}
      <div className={styles.dock} data-unsaved={isDirty || undefined}>
        <div ref={outcome} tabIndex={-1}>
          <Outcome place={place} isDirty={isDirty} hasErrors={Object.keys(errors).length > 0} />
        </div>
        <ButtonRow>
          <Button type="submit" isBusy={place.isBusy} aria-label={title && t`Save in the draft: ${title.words}`}>
            <Trans>Save in the draft</Trans>
          </Button>
        </ButtonRow>
      </div>
    </form>
  );
}
