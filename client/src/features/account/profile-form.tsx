import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import { useRevalidator } from 'react-router';
import { personNameSchema } from '#shared/contracts/people.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { languageNames } from '../../lib/language-names.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './account.module.css';
import { sendProfile } from './api.ts';
import { useAccountAction } from './proof.tsx';

type Profile = { name: string; language: Language };

/** Each language is named in itself, so that its readers find it. */

const resolve: Resolver<Profile> = ({ name, language }) => {
  const read = personNameSchema.safeParse(name);
  if (!read.success) return { values: {}, errors: { name: { type: 'invalid' } } };
  return { values: { name: read.data, language }, errors: {} };
};

/** What one is called, and in which language the site writes. */
export function ProfileForm({ account }: { account: AccountDocument }) {
  const { t } = useLingui();
  const { revalidate } = useRevalidator();
  const [isSaved, setSaved] = useState(false);
  const { isBusy, fault, run } = useAccountAction();
  const { register, handleSubmit, formState } = useForm<Profile>({
    // An invitation above may give the account its name: what is not being edited here follows.
    values: { name: account.name ?? '', language: account.language },
    resetOptions: { keepDirtyValues: true },
    resolver: resolve,
    shouldFocusError: false,
  });
  const errorOf = (field: keyof Profile) =>
    formState.errors[field] === undefined ? undefined : t`Write your name, at most 120 characters.`;
  const save = handleSubmit(
    ({ name, language }) => {
      setSaved(false);
      run(async () => {
        await sendProfile(name, language);
        setSaved(true);
        await revalidate();
      });
    },
    () => setSaved(false),
  );
  return (
    <Section title={<Trans>Name and language</Trans>}>
      <ErrorSummary faults={listFaults(['name', 'language'], errorOf)} attempt={formState.submitCount} />
      <form noValidate className={styles.form} onSubmit={(event) => void save(event)}>
        <TextField
          {...register('name')}
          label={t`Your name`}
          hint={t`Shown to those you work with.`}
          autoComplete="name"
          error={errorOf('name')}
        />
        <RadioGroup
          {...register('language')}
          legend={t`Language of mail to you`}
          hint={t`The language of the pages is chosen at the top.`}
          options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
          layout="inline"
        />
        <FaultNotice fault={fault} />
        <ButtonRow>
          <Button type="submit" variant="secondary" isBusy={isBusy}>
            <Trans>Save</Trans>
          </Button>
        </ButtonRow>
        <p role="status">{isSaved && <Trans>Name and language are saved.</Trans>}</p>
      </form>
    </Section>
  );
}
