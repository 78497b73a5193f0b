import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { today } from '../../lib/today.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { UnsavedGuard, useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { type LoadedEditionForm, sendEdition } from './api.ts';
import { EditionFields } from './edition-form.tsx';
import styles from './editions.module.css';
import { firstForm, type PlanField, type PlanFormFault, usePlanForm } from './read-plan.ts';
import { SimilarNotice } from './similar-notice.tsx';
import { useEditionWords } from './use-edition-words.ts';
import { usePlanFaultWords } from './use-plan-faults.ts';

const order: readonly PlanField[] = [
  'packageCode',
  'name',
  'delivery',
  'municipality',
  'venue',
  'position',
  'applyBy',
  'startsOn',
  'endsOn',
  'places',
  'minimumGroup',
  'language',
  'days',
];
const nameOf = (field: PlanField) => (field === 'position' ? 'latitude' : field);

type FormPageProps = {
  loaded: LoadedEditionForm;
  /** What the provider is called, by which its packages are known. */
  provider: LocalisedText | null;
  /** The package that the address asks for; empty for none. */
  packageCode: string;
  editionsHref: string;
  onSaved: (edition: EditionDocument) => void;
};

function useEditionForm({ loaded, provider, packageCode, onSaved }: FormPageProps) {
  const { organisationId, edition, municipalities } = loaded;
  const action = useAction(useProblemWords());
  // One identifier for one form: sent twice it is one edition.
  const [newId] = useState(() => crypto.randomUUID());
  const [isOpen, setOpen] = useState(true);
  const packages = loaded.packages.filter(({ code, providers }) =>
    edition === null ? providers.some(({ name }) => name.sv === provider?.sv) : code === edition.packageCode,
  );
  const startWith = (code: string) =>
    firstForm({ edition, offer: packages.find((offer) => offer.code === code), today: today() });
  const form = usePlanForm(startWith(packageCode), { edition, municipalities, today: today() });
  /** What the package states takes the place of what nobody has changed. */
  const choose = (code: string) => {
    const { dirtyFields } = form.formState;
    const stated = startWith(code);
    for (const field of ['delivery', 'applyBy', 'startsOn', 'endsOn', 'places', 'minimumGroup'] as const) {
      if (edition === null && dirtyFields[field] !== true) form.resetField(field, { defaultValue: stated[field] });
    }
  };
  const release = useUnsaved(form.formState.isDirty || !isOpen);
  const send = form.handleSubmit((read) => {
    action.run(async () => {
      const body = { ...read, revision: edition?.revision ?? 0, ...(edition === null ? { isOpen } : {}) };
      const saved = await sendEdition({ organisationId, editionId: edition?.editionId ?? newId }, body);
      release();
      onSaved(saved);
    });
  });
  return { form, send, action, packages, choose, isOpen, setOpen };
}

/** A new edition, or one that is changed. */
export function EditionFormPage(props: FormPageProps) {
  return (
    <UnsavedGuard>
      <EditionForm {...props} />
    </UnsavedGuard>
  );
}

function EditionForm(props: FormPageProps) {
  const { loaded, editionsHref } = props;
  const { edition, municipalities } = loaded;
  const { t } = useLingui();
  const words = useEditionWords();
  const faultWords = usePlanFaultWords();
  const { form, send, action, packages, choose, isOpen, setOpen } = useEditionForm(props);
  const { errors, submitCount } = form.formState;
  const errorOf = (field: PlanField) => {
    const fault = errors[nameOf(field)];
    const code = fault === undefined ? undefined : (fault.type ?? 'invalid');
    return code === undefined ? undefined : faultWords(field, code as PlanFormFault['code']);
  };
  const faults = listFaults(order, errorOf).map((fault) =>
    fault.fieldId === 'field-position' ? { ...fault, fieldId: 'field-latitude' } : fault,
  );
  return (
    <Page>
      <BackLink to={editionsHref}>{edition === null ? <Trans>Groups</Trans> : words.name(edition)}</BackLink>
      <PageHeader
        title={edition === null ? t`New group` : t`Change the group`}
        hasFaults={faults.length > 0}
        lead={
          edition === null
            ? undefined
            : t`If the time or the place changes, every firm that is asked, in or waiting is told.`
        }
      />
      <ErrorSummary faults={faults} attempt={submitCount} />
      <form noValidate className={styles.form} onSubmit={(event) => void send(event)}>
        <EditionFields
          form={form}
          errorOf={errorOf}
          packages={packages}
          municipalities={municipalities}
          isNew={edition === null}
          onPackage={choose}
        >
          {edition === null && (
            <SimilarNotice packageCode={form.watch('packageCode')} municipalities={municipalities} />
          )}
        </EditionFields>
        {edition === null && (
          <CheckboxField
            name="isOpen"
            label={t`Open it for firms at once`}
            hint={t`It is then shown on the page of the package. Otherwise it is planned, and you open it later.`}
            checked={isOpen}
            onChange={({ target }) => setOpen(target.checked)}
          />
        )}
        <FaultNotice fault={action.fault} title={<Trans>The group was not saved</Trans>} />
        <ButtonRow>
          <Button type="submit" isBusy={action.isBusy}>
            {edition === null ? <Trans>Create the group</Trans> : <Trans>Save the changes</Trans>}
          </Button>
        </ButtonRow>
      </form>
    </Page>
  );
}
