import { useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { SelectField } from '../../ui/field/select-field.tsx';
import { PeriodChoice } from '../../ui/navigation/period-choice.tsx';
import { type Choice, writeChoice } from './choice.ts';
import styles from './outcomes.module.css';
import { useOutcomeNames, useOutcomes } from './use-outcomes.ts';

/** The period, one package or all, and one rule or all, as the address has them. */
export function OutcomeFilter() {
  const { t } = useLingui();
  const names = useOutcomeNames();
  const [, setParameters] = useSearchParams();
  const { loaded, choice } = useOutcomes();
  const choose = (changes: Partial<Choice>) =>
    setParameters(writeChoice({ ...choice, ...changes }), { replace: true, preventScrollReset: true });
  return (
    <div className={styles.filter}>
      <PeriodChoice years={loaded.years} current={choice.year} searchOf={(year) => writeChoice({ ...choice, year })} />
      <SelectField
        name="package"
        label={t`Package`}
        placeholder={t`All packages`}
        options={loaded.packages.map(({ code }) => ({ value: code, label: names.packageName(code) }))}
        value={choice.packageCode ?? ''}
        onChange={({ currentTarget: { value } }) => choose({ packageCode: value === '' ? null : value })}
      />
      <SelectField
        name="rule"
        label={t`Rule`}
        placeholder={t`All rules`}
        options={loaded.rules.map(({ id }) => ({ value: id, label: names.ruleName(id) }))}
        value={choice.ruleId ?? ''}
        onChange={({ currentTarget: { value } }) => choose({ ruleId: value === '' ? null : value })}
      />
    </div>
  );
}
