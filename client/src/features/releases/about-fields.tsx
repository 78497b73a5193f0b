import { useLingui } from '@lingui/react/macro';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { populations } from '#shared/domain/benchmark/release.ts';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import styles from './releases.module.css';
import { useReleaseWords } from './use-release-words.ts';

/** What every release is asked, whatever it tells of. */
export type AboutField = 'nameSv' | 'nameEn' | 'population';

type AboutProps = {
  register: (field: AboutField) => UseFormRegisterReturn;
  errorOf: (field: AboutField) => string | undefined;
};

export function useAboutFaults(): Record<AboutField, string> {
  const { t } = useLingui();
  return {
    nameSv: t`Write a name in Swedish, at most 120 characters.`,
    nameEn: t`Write a name in English, at most 120 characters.`,
    population: t`Choose which firms are counted.`,
  };
}

/** `hints`: examples of names. */
export function NameFields({ register, errorOf, hints }: AboutProps & { hints: { sv: string; en: string } }) {
  const { t } = useLingui();
  return (
    <div className={styles.pair}>
      <TextField
        {...register('nameSv')}
        label={t`Name in Swedish`}
        hint={hints.sv}
        lang="sv"
        autoComplete="off"
        error={errorOf('nameSv')}
      />
      <TextField
        {...register('nameEn')}
        label={t`Name in English`}
        hint={hints.en}
        lang="en"
        autoComplete="off"
        error={errorOf('nameEn')}
      />
    </div>
  );
}

/** The one that the strategy counts comes first. */
export function PopulationField({ register, errorOf }: AboutProps) {
  const { t } = useLingui();
  const words = useReleaseWords();
  return (
    <RadioGroup
      {...register('population')}
      legend={t`Which firms are counted?`}
      hint={t`The strategy counts firms with fewer than 250 employees.`}
      options={populations.toReversed().map((value) => ({ value, label: words.population(value) }))}
      error={errorOf('population')}
    />
  );
}
