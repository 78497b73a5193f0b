import { zodResolver } from '@hookform/resolvers/zod';
import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import * as z from 'zod/mini';
import { createPackageDraft } from '#shared/contracts/catalogue.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { Details } from '../../ui/details/details.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { sendNewPackage } from './api.ts';
import styles from './catalogue.module.css';
import { useWorkshop } from './catalogue-context.tsx';
import { useCatalogueProblemWords } from './use-catalogue-problem-words.ts';

const resolver = zodResolver(z.object({ ...createPackageDraft.body.shape, by: z.string() }));

/** A package that nobody has yet: a name and by whom, then the draft. */
export function NewPackage() {
  const { t } = useLingui();
  const localise = useLocalised();
  const navigate = useNavigate();
  const { catalogue, hrefs } = useWorkshop();
  const { isBusy, fault, run } = useAction(useCatalogueProblemWords());
  const { organisations } = catalogue;
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { name: { sv: '', en: '' }, by: String(organisations[0]?.organisationId ?? '') },
    resolver,
  });
  const errorOf = (language: 'sv' | 'en') =>
    formState.errors.name?.[language] === undefined ? undefined : t`Write the name, in both languages.`;
  const make = handleSubmit(({ by, name }) =>
    run(async () => {
      const draft = await sendNewPackage(by, name);
      await navigate(hrefs.draft(draft.packageDraftId));
    }),
  );
  return (
    <Details summary={<Trans>Make a new package</Trans>}>
      <form noValidate className={styles.stack} onSubmit={(event) => void make(event)}>
        <p>
          <Trans>Look first whether a package below meets the need already. You may be able to join it.</Trans>
        </p>
        <div className={styles.pair}>
          <TextField
            {...register('name.sv')}
            lang="sv"
            maxLength={120}
            label={t`Name, Swedish`}
            error={errorOf('sv')}
          />
          <TextField
            {...register('name.en')}
            lang="en"
            maxLength={120}
            label={t`Name, English`}
            hint={<Trans>Its address on the site is made of this.</Trans>}
            error={errorOf('en')}
          />
        </div>
        {organisations.length > 1 && (
          <SelectField
            {...register('by')}
            label={t`Given by`}
            width="half"
            options={organisations.map((each) => ({ value: each.organisationId, label: localise(each.name) }))}
          />
        )}
        <p>
          <Button type="submit" isBusy={isBusy}>
            <Trans>Make a draft</Trans>
          </Button>
        </p>
        <FaultNotice fault={fault} />
      </form>
    </Details>
  );
}
