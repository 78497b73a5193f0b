import { Trans, useLingui } from '@lingui/react/macro';
import { type Resolver, useForm } from 'react-hook-form';
import type { FirmAccess } from '#shared/contracts/firms.ts';
import type { ConsentWording } from '#shared/contracts/referrals.ts';
import { regionsReceiver, type StandingPurpose } from '#shared/domain/access/consent.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { sendConsent } from './api.ts';
import { ConsentFailure } from './consent-failure.tsx';
import { ConsentWordingText } from './consent-wording-text.tsx';
import styles from './firm.module.css';
import { groupReceivers } from './receiver-groups.ts';
import { useFirmProblemWords } from './use-firm-problem-words.ts';
import { WithoutUsers } from './without-users.tsx';

/** Each purpose under a name of its own: the forms stand on the same page. */
type ConsentForm = Record<StandingPurpose, { receiver: string; hasConsented: boolean }>;
type ConsentField = `${StandingPurpose}.${'receiver' | 'hasConsented'}`;

const isToProvider = (purpose: StandingPurpose): boolean => purpose !== 'statistics';

const resolverOf =
  (purpose: StandingPurpose): Resolver<ConsentForm> =>
  (form) => {
    const { receiver, hasConsented } = form[purpose];
    const faults = {
      ...(receiver === '' ? { receiver: { type: 'missing' } } : {}),
      ...(hasConsented ? {} : { hasConsented: { type: 'missing' } }),
    };
    return Object.keys(faults).length === 0
      ? { values: form, errors: {} }
      : { values: {}, errors: { [purpose]: faults } };
  };

export type GiveConsentProps = {
  firmId: string;
  purpose: StandingPurpose;
  wording: ConsentWording;
  /** Those that can be let in and are not. */
  receivers: FirmAccess['receivers'];
  withoutUsers: FirmAccess['withoutUsers'];
  onGiven: (access: FirmAccess, receiver: string) => void;
};

function useConsent({ firmId, purpose, wording, onGiven }: GiveConsentProps) {
  const language = useLanguage();
  const action = useAction(useFirmProblemWords());
  const nothing = { receiver: isToProvider(purpose) ? '' : regionsReceiver, hasConsented: false };
  const form = useForm<ConsentForm>({
    defaultValues: { [purpose]: nothing },
    resolver: resolverOf(purpose),
    shouldFocusError: false,
  });
  const send = form.handleSubmit((given) => {
    const { receiver } = given[purpose];
    action.run(async () => {
      const body = { purpose, receiver, wordingVersion: wording.version, language, hasConsented: true } as const;
      const access = await sendConsent(firmId, body);
      form.reset();
      onGiven(access, receiver);
    });
  });
  return { form, send, action };
}

function useConsentFaults(purpose: StandingPurpose): (field: ConsentField) => string {
  const { t } = useLingui();
  return (field) =>
    field === `${purpose}.receiver`
      ? t`Choose which provider it is.`
      : t`Tick the box if you agree. Without it nothing is passed on.`;
}

type ChosenProps = Pick<GiveConsentProps, 'purpose' | 'receivers' | 'withoutUsers'> & { code: string };

/** Says, as soon as it is chosen and before anything is agreed to, that nobody there would see it. */
function ChosenWithoutUsers({ purpose, receivers, withoutUsers, code }: ChosenProps) {
  const localise = useLocalised();
  const chosen = withoutUsers.includes(code) ? receivers.find((each) => each.code === code) : undefined;
  return (
    <div role="status">
      {chosen !== undefined && (
        <Notice>
          <p>
            <WithoutUsers purpose={purpose} name={localise(chosen.name)} />
          </p>
        </Notice>
      )}
    </div>
  );
}

/** Lets somebody in for one purpose: to whom, on exactly these words, and never ticked beforehand. */
export function GiveConsentForm(props: GiveConsentProps) {
  const { purpose, wording, receivers } = props;
  const { t } = useLingui();
  const localise = useLocalised();
  const faultWords = useConsentFaults(purpose);
  const { form, send, action } = useConsent(props);
  const { errors, submitCount } = form.formState;
  const order: readonly ConsentField[] = [`${purpose}.receiver`, `${purpose}.hasConsented`];
  const errorOf = (field: ConsentField) => {
    const part = field.endsWith('receiver') ? errors[purpose]?.receiver : errors[purpose]?.hasConsented;
    return part === undefined ? undefined : faultWords(field);
  };
  return (
    <>
      <ErrorSummary faults={listFaults(order, errorOf)} attempt={submitCount} />
      <form noValidate className={styles.form} onSubmit={(event) => void send(event)}>
        {isToProvider(purpose) && (
          <SelectField
            {...form.register(`${purpose}.receiver`)}
            label={t`Provider`}
            placeholder={t`Choose a provider`}
            options={groupReceivers(receivers, localise, t`Several counties or none`)}
            error={errorOf(`${purpose}.receiver`)}
          />
        )}
        <ChosenWithoutUsers {...props} code={form.watch(`${purpose}.receiver`)} />
        <Panel tone="sunken">
          <ConsentWordingText wording={wording} />
          <CheckboxField
            {...form.register(`${purpose}.hasConsented`)}
            label={t`We agree to this`}
            error={errorOf(`${purpose}.hasConsented`)}
          />
        </Panel>
        <ConsentFailure action={action} title={<Trans>Nothing was passed on</Trans>} />
        <p>
          <Button type="submit" variant="secondary" isBusy={action.isBusy}>
            {purpose === 'result' && <Trans>Let them read the results</Trans>}
            {purpose === 'cohort' && <Trans>Let them name us</Trans>}
            {purpose === 'statistics' && <Trans>Let us be counted</Trans>}
          </Button>
        </p>
      </form>
    </>
  );
}
