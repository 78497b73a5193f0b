import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturn } from 'react-hook-form';
import { moveReasons, referralOutcomes } from '#shared/domain/referral/move-words.ts';
import type { ProviderMove } from '#shared/domain/referral/referral-states.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { Spinner } from '../../ui/loading/spinner.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import styles from './actions.module.css';
import { demandsOf, type RequestTarget, type Saying } from './referral-action.ts';
import { useSayingWords } from './use-action-words.ts';
import { useReceivers } from './use-receivers.ts';
import { type SayingField, type SayingForm, useSaying } from './use-saying.ts';

const order: readonly SayingField[] = ['receiver', 'reason', 'outcome', 'note'];
const longestNote = 1000;

type FieldProps = { form: UseFormReturn<SayingForm, unknown, Saying>; error: string | undefined };

function ReceiverField({ form, error, receivers }: FieldProps & { receivers: ReturnType<typeof useReceivers> }) {
  const { t } = useLingui();
  const say = useProblemWords();
  if (receivers.groups !== undefined) {
    return (
      <SelectField
        {...form.register('receiver')}
        label={t`Who is to go on?`}
        placeholder={t`Choose a provider`}
        options={receivers.groups}
        error={error}
      />
    );
  }
  if (receivers.failure === null) return <Spinner />;
  return (
    <>
      <FaultNotice fault={say(receivers.failure)} />
      <p>
        <Button variant="secondary" onClick={receivers.retry}>
          <Trans>Try again</Trans>
        </Button>
      </p>
    </>
  );
}

function ReasonField({ form, error, move }: FieldProps & { move: keyof typeof moveReasons }) {
  const { t } = useLingui();
  const words = useSayingWords();
  return (
    <RadioGroup
      {...form.register('reason')}
      legend={t`Why?`}
      options={moveReasons[move].map((value) => ({ value, label: words.reason(value) }))}
      error={error}
    />
  );
}

function OutcomeField({ form, error }: FieldProps) {
  const { t } = useLingui();
  const words = useSayingWords();
  return (
    <RadioGroup
      {...form.register('outcome')}
      legend={t`How far did the firm come?`}
      options={referralOutcomes.map((value) => ({ value, label: words.outcome(value) }))}
      error={error}
    />
  );
}

function useFaultWords(isOther: boolean): (field: SayingField) => string {
  const { t } = useLingui();
  const words: Record<SayingField, string> = {
    receiver: t`Choose the provider that is to go on.`,
    reason: t`Choose a reason.`,
    outcome: t`Choose how far the firm came.`,
    note: isOther
      ? t`Write in the note what the reason is, in at most 1000 characters.`
      : t`Shorten the note to at most 1000 characters.`,
  };
  return (field) => words[field];
}

type MoveFormProps = {
  id: string;
  move: ProviderMove;
  targets: readonly RequestTarget[];
  onSay: (saying: Saying) => Promise<void>;
};

/** What has to be said with a move: why, what came of it, who goes on; and a note to the firm. */
export function MoveForm({ id, move, targets, onSay }: MoveFormProps) {
  const { t } = useLingui();
  const demands = demandsOf(move);
  const receivers = useReceivers(targets, demands.includes('receiver'));
  const codes = receivers.groups?.flatMap(({ options }) => options.map(({ value }) => value)) ?? [];
  const form = useSaying(move, codes);
  const { errors, submitCount } = form.formState;
  const isOther = form.watch('reason') === 'other';
  const faultWords = useFaultWords(isOther);
  const errorOf = (field: SayingField) => (errors[field] === undefined ? undefined : faultWords(field));
  return (
    <form id={id} noValidate className={styles.form} onSubmit={(event) => void form.handleSubmit(onSay)(event)}>
      <ErrorSummary faults={listFaults(order, errorOf)} attempt={submitCount} />
      {demands.includes('receiver') && <ReceiverField form={form} error={errorOf('receiver')} receivers={receivers} />}
      {demands.includes('reason') && (
        <ReasonField form={form} error={errorOf('reason')} move={move as keyof typeof moveReasons} />
      )}
      {demands.includes('outcome') && <OutcomeField form={form} error={errorOf('outcome')} />}
      <TextAreaField
        {...form.register('note')}
        value={form.watch('note')}
        label={t`Note`}
        hint={t`The firm reads it.`}
        isOptional={!isOther}
        rows={3}
        maximumLength={longestNote}
        error={errorOf('note')}
      />
    </form>
  );
}
