import { Trans, useLingui } from '@lingui/react/macro';
import type { ErasureCase } from '#shared/contracts/erasure.ts';
import { erasureDecisions } from '#shared/domain/erasure/erasure.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import styles from './erasure.module.css';
import { basesFor, type DecisionField, useDecision } from './use-decision.ts';
import { useErasureWords } from './use-erasure-words.ts';

const order: readonly DecisionField[] = ['decision', 'basis', 'text'];
const longestText = 2000;

type DecisionFormProps = { request: ErasureCase; onDecided: () => Promise<void>; onCancel: () => void };

/** A decision with its ground and its reasons. */
export function DecisionForm({ request, onDecided, onCancel }: DecisionFormProps) {
  const { t } = useLingui();
  const words = useErasureWords();
  const { form, ask, asked, forget } = useDecision();
  const { register, watch, setValue, formState } = form;
  const faultWords: Record<DecisionField, string> = {
    decision: t`Choose what is decided.`,
    basis: t`Choose the ground for it.`,
    text: t`Write the reasons, in at most 2,000 characters.`,
  };
  const errorOf = (field: DecisionField) => (formState.errors[field] === undefined ? undefined : faultWords[field]);
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void ask(event)}>
      <ErrorSummary faults={listFaults(order, errorOf)} attempt={formState.submitCount} />
      <RadioGroup
        {...register('decision', { onChange: () => setValue('basis', '') })}
        legend={t`Decision`}
        options={erasureDecisions.map((decision) => ({
          value: decision,
          label: words.decision(decision),
          hint: words.effect(request.scope, decision),
        }))}
        error={errorOf('decision')}
      />
      <SelectField
        {...register('basis')}
        label={t`Ground`}
        hint={t`What the grounds are follows from the decision.`}
        placeholder={watch('decision') === '' ? t`Choose the decision first` : t`Choose a ground`}
        options={basesFor(watch('decision')).map((basis) => ({ value: basis, label: words.basis(basis) }))}
        error={errorOf('basis')}
      />
      <TextAreaField
        {...register('text')}
        value={watch('text')}
        label={t`Reasons`}
        hint={t`Goes to those it concerns, as you write it. Say what is kept, if anything, for how long and why. No names.`}
        rows={6}
        maximumLength={longestText}
        error={errorOf('text')}
      />
      <ButtonRow>
        <Button type="submit">
          <Trans>Decide and send the decision</Trans>
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </ButtonRow>
      <DecideDialog request={request} decision={asked} onClose={forget} onDecided={onDecided} />
    </form>
  );
}
