import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { populations } from '#shared/domain/benchmark/release.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
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

/** What is set by a button counts as typed. */
export const asTyped = ({ isSubmitted }: { isSubmitted: boolean }) => ({
  shouldDirty: true,
  shouldValidate: isSubmitted,
});

export function useAboutFaults(): Record<AboutField, string> {
  const { t } = useLingui();
  return {
    nameSv: t`Write a name in Swedish, at most 120 characters.`,
    nameEn: t`Write a name in English, at most 120 characters.`,
    population: t`Choose which firms are counted.`,
  };
}

/** Said as soon as it is so. */
export function useBackwardsWords(): string {
  const { t } = useLingui();
  return t`The last month comes before the first. Move one of them.`;
}

type NameProps = AboutProps & {
  /** Examples. */
  hints: LocalisedText;
  /** What it may be called by its period; null when that is none. */
  proposal: LocalisedText | null;
  names: LocalisedText;
  onTake: (proposal: LocalisedText) => void;
};

export function NameFields({ register, errorOf, hints, proposal, names, onTake }: NameProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const isTaken = names.sv === proposal?.sv && names.en === proposal.en;
  const proposed = proposal === null ? '' : localise(proposal);
  return (
    <div className={styles.names}>
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
      {proposal !== null && !isTaken && (
        <p>
          <Button variant="quiet" onClick={() => onTake(proposal)}>
            <Trans>Name it by the period: {proposed}</Trans>
          </Button>
        </p>
      )}
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
