import { useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Link } from '../../ui/link/link.tsx';
import { type Choice, writeChoice } from './choice.ts';
import styles from './outcomes.module.css';
import { useOutcomeNames, useOutcomes, useOutcomeWords } from './use-outcomes.ts';

/** Calendar years and everything: no others, so that none can be subtracted from another. */
function PeriodChoice() {
  const { t } = useLingui();
  const words = useOutcomeWords();
  const { loaded, choice } = useOutcomes();
  const periods = [null, ...loaded.years.toReversed()];
  return (
    <nav aria-label={t`Period`}>
      <ul className={styles.periods}>
        {periods.map((year) => (
          <li key={year}>
            <Link
              to={{ search: writeChoice({ ...choice, year }) }}
              aria-current={year === choice.year ? 'page' : undefined}
              preventScrollReset
              replace
            >
              {year ?? words.say('sinceStart')}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

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
      <PeriodChoice />
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
