import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { type FieldValues, type Path, type UseFormReturn, useWatch } from 'react-hook-form';
import { lengthLimitOf } from '#shared/domain/instrument/wording/check-wording.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { useStatement } from './use-statement.ts';

type StaleProps = { textKey: string; label: string; englishId: string };

/** Shown while the English translates an earlier Swedish than the one beside it. */
function StaleTranslation({ textKey, label, englishId }: StaleProps) {
  const { t } = useLingui();
  const { draft } = useEditing();
  const { isBusy, fault, state } = useStatement();
  const confirm = useRef<HTMLButtonElement>(null);
  const focusAfter = useFocusAfter();
  const source = draft.content.translatedFrom[textKey];
  if (source === undefined) return <FaultNotice fault={fault} />;
  const confirmed = () =>
    state({ kind: 'translation-confirmed', key: textKey }, () =>
      focusAfter(() => confirm.current ?? document.getElementById(englishId)),
    );
  return (
    <Notice tone="warning" title={<Trans>The English translates an earlier Swedish text:</Trans>}>
      <p className={styles.words} lang="sv">
        {source}
      </p>
      <p>
        <Button
          ref={confirm}
          variant="secondary"
          isBusy={isBusy}
          aria-label={t`The English is still right: ${label}`}
          onClick={confirmed}
        >
          <Trans>The English is still right</Trans>
        </Button>
      </p>
      <FaultNotice fault={fault} />
    </Notice>
  );
}

export type BilingualFieldProps<T extends FieldValues, Out> = {
  form: UseFormReturn<T, unknown, Out>;
  name: string;
  label: string;
  /** Key of the text in the version, by which its limit and its translation are known. */
  textKey: string;
  isOptional?: boolean | undefined;
  rows?: number | undefined;
};

/** One text in both languages, side by side where there is room. */
export function BilingualField<T extends FieldValues, Out>(props: BilingualFieldProps<T, Out>) {
  const { form, name, label, textKey, isOptional, rows = 2 } = props;
  const { t } = useLingui();
  const maximumLength = lengthLimitOf(textKey);
  const path = (language: 'sv' | 'en') => `${name}.${language}` as Path<T>;
  const [sv, en] = useWatch({ control: form.control, name: [path('sv'), path('en')] }) as [string, string];
  const errorOf = (language: 'sv' | 'en') => {
    const { error } = form.getFieldState(path(language), form.formState);
    if (error === undefined) return undefined;
    return error.type === 'too_big' ? t`The text is too long. Shorten it.` : t`Write the text, in both languages.`;
  };
  const shared = { rows, maximumLength, isOptional };
  return (
    <div className={styles.group}>
      <div className={styles.pair}>
        <TextAreaField
          {...shared}
          {...form.register(path('sv'))}
          value={sv}
          lang="sv"
          label={t`${label}, Swedish`}
          error={errorOf('sv')}
        />
        <TextAreaField
          {...shared}
          {...form.register(path('en'))}
          value={en}
          lang="en"
          label={t`${label}, English`}
          error={errorOf('en')}
        />
      </div>
      <StaleTranslation textKey={textKey} label={label} englishId={fieldId(path('en'))} />
    </div>
  );
}
