import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { FieldError, fieldId } from '../../ui/field/field.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './catalogue.module.css';
import { useNames, useWorkshop } from './catalogue-context.tsx';
import { useDraftForm } from './draft-context.tsx';
import { DraftText } from './draft-fields.tsx';

function AddProvider() {
  const { t } = useLingui();
  const names = useNames();
  const { catalogue } = useWorkshop();
  const { draft, change } = useDraftForm();
  const [chosen, setChosen] = useState('');
  const options = catalogue.catalogue.providers
    .filter(({ code }) => !draft.providers.includes(code))
    .map(({ code }) => ({ value: code, label: names.provider(code) }));
  const add = () => {
    if (chosen === '') return;
    change({ providers: [...draft.providers, chosen] });
    setChosen('');
  };
  return (
    <div className={styles.actions}>
      <SelectField
        name="provider-to-add"
        label={t`Add a provider`}
        width="half"
        placeholder={t`Choose a provider`}
        options={options}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button variant="secondary" onClick={add}>
        <Trans>Add at the end</Trans>
      </Button>
    </div>
  );
}

/** Who gives it. A provider changes its own place and may add others; the coordination may change all. */
export function ProvidersSection() {
  const { t } = useLingui();
  const names = useNames();
  const { draft, current, organisation, change, errorOf } = useDraftForm();
  const isFixed = (code: string): boolean =>
    organisation.kind === 'provider' && code !== organisation.code && (current?.providers.includes(code) ?? false);
  return (
    <Section
      title={<Trans>Who gives it</Trans>}
      lead={
        <Trans>
          The first is chosen where industry and county do not decide. Each provider here may change what is said of the
          package, and the others are told by mail.
        </Trans>
      }
    >
      <div className={styles.tight} id={fieldId('providers')} tabIndex={-1}>
        <FieldError id={fieldId('providers')} error={errorOf('providers')} />
        <ol className={styles.list}>
          {draft.providers.map((code) => (
            <li key={code} className={styles.actions}>
              {names.provider(code)}
              {!isFixed(code) && (
                <Button
                  variant="quiet"
                  aria-label={t`Take away ${names.provider(code)}`}
                  onClick={() => change({ providers: draft.providers.filter((each) => each !== code) })}
                >
                  <Trans>Take away</Trans>
                </Button>
              )}
            </li>
          ))}
        </ol>
      </div>
      <AddProvider />
      <DraftText field="providerReason" />
    </Section>
  );
}
