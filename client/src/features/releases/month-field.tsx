import { useLingui } from '@lingui/react/macro';
import { useLanguage } from '../../lib/use-language.ts';
import { SelectField } from '../../ui/field/select-field.tsx';
import { closedMonths, monthName } from './period.ts';
import styles from './releases.module.css';

type MonthFieldProps = {
  name: string;
  label: string;
  today: string;
  /** As `2026-01`. */
  value: string;
  error: string | undefined;
  onChange: (month: string) => void;
};

/** A month that has ended, by its name and its year. */
export function MonthField({ name, label, today, value, error, onChange }: MonthFieldProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const closed = closedMonths(today);
  const years = [...new Set(closed.map((month) => month.slice(0, 4)))];
  const year = value.slice(0, 4);
  const ofYear = (wanted: string) => closed.filter((month) => month.startsWith(wanted)).toReversed();
  const choose = (wanted: string) => {
    const months = ofYear(wanted);
    // The year that has not ended, and the first that can be chosen, have fewer months.
    const same = months.find((month) => month.slice(5) === value.slice(5));
    onChange(same ?? months.at(-1) ?? value);
  };
  return (
    <fieldset className={styles.month}>
      <legend>{label}</legend>
      <div className={styles.monthParts}>
        <SelectField
          name={name}
          label={t`Month`}
          value={value}
          error={error}
          options={ofYear(year).map((month) => ({ value: month, label: monthName(month, language) }))}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
        <SelectField
          name={`${name}-year`}
          label={t`Year`}
          value={year}
          options={years.map((each) => ({ value: each, label: each }))}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        />
      </div>
    </fieldset>
  );
}
