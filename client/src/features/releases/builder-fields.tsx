import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturn } from 'react-hook-form';
import { mostMeasures } from '#shared/domain/benchmark/release.ts';
import { scaleOf } from '#shared/domain/benchmark/scale.ts';
import { Button } from '../../ui/button/button.tsx';
import { Details } from '../../ui/details/details.tsx';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { asTyped, useBackwardsWords } from './about-fields.tsx';
import type { Choices, WantedRelease } from './api.ts';
import { MonthField } from './month-field.tsx';
import { lastClosed, quickPeriods } from './period.ts';
import { chosenBreakdowns, type ReleaseField, type ReleaseForm } from './read-release.ts';
import { breakdownKey } from './release-view.ts';
import styles from './releases.module.css';
import { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';
import { useReleaseWords } from './use-release-words.ts';

export type BuilderFieldsProps = {
  form: UseFormReturn<ReleaseForm, unknown, WantedRelease>;
  choices: Choices;
  measureWords: MeasureWords;
  errorOf: (field: ReleaseField) => string | undefined;
};

/** `isBackwards`: the months end before they begin, which is said at once. */
export function PeriodFields({ form, choices, errorOf, isBackwards }: BuilderFieldsProps & { isBackwards: boolean }) {
  const { t } = useLingui();
  const words = useReleaseWords();
  const backwardsWords = useBackwardsWords();
  const names = {
    'half-year': t`The last half-year that has ended`,
    quarter: t`The last quarter that has ended`,
    year: t`The last year that has ended`,
  };
  const month = (name: 'firstMonth' | 'lastMonth', label: string, error = errorOf(name)) => (
    <MonthField
      name={name}
      label={label}
      today={choices.today}
      value={form.watch(name)}
      error={error}
      onChange={(value) => form.setValue(name, value, asTyped(form.formState))}
    />
  );
  return (
    <>
      <RadioGroup
        {...form.register('period')}
        legend={t`Period`}
        hint={t`Answers that were sent in within it are counted.`}
        options={[
          ...quickPeriods.map((value) => ({
            value,
            label: names[value],
            hint: words.period(lastClosed(value, choices.today)),
          })),
          { value: 'own', label: t`Months of our own choice` },
        ]}
        error={errorOf('period')}
      />
      {form.watch('period') === 'own' && (
        <div className={styles.pair}>
          {month('firstMonth', t`First month`)}
          {month('lastMonth', t`Last month`, isBackwards ? backwardsWords : errorOf('lastMonth'))}
        </div>
      )}
    </>
  );
}

type HeadingProps = BuilderFieldsProps & { heading: string; isFirst: boolean };

/** What is listed under one heading. The first has the fault: that is where one begins to choose. */
function MeasuresOf({ form, choices, measureWords, errorOf, heading, isFirst }: HeadingProps) {
  const { t } = useLingui();
  const name = measureWords.heading(heading);
  const chosen = form.watch('measures');
  const all = choices.measures.map((value) => ({ value, label: measureWords.measure(value) }));
  const options = all.filter(({ value }) => measureWords.headingOf(value) === heading);
  const set = (measures: string[]) =>
    form.setValue('measures', measures, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  const others = chosen.filter((code) => measureWords.headingOf(code) !== heading);
  const isWhole = options.every(({ value }) => chosen.includes(value));
  const fit = isWhole || others.length + options.length <= mostMeasures;
  const left = Math.max(0, mostMeasures - chosen.length);
  return (
    <>
      <CheckboxGroup
        name={isFirst ? 'measures' : `measures-${heading}`}
        legend={name}
        options={options}
        value={chosen}
        onToggle={(value) => set(toggled(all, chosen, value))}
        error={isFirst ? errorOf('measures') : undefined}
      />
      {!fit && (
        <p>
          <Trans>
            All of these at once do not fit: {left} more can be chosen of at most {mostMeasures}.
          </Trans>
        </p>
      )}
      {options.length > 1 && fit && (
        <p>
          <Button
            variant="quiet"
            aria-label={isWhole ? t`Choose none of these: ${name}` : t`Choose all of these: ${name}`}
            onClick={() => set(isWhole ? others : [...others, ...options.map(({ value }) => value)])}
          >
            {isWhole ? <Trans>Choose none of these</Trans> : <Trans>Choose all of these</Trans>}
          </Button>
        </p>
      )}
    </>
  );
}

/** Levels stand open; what is counted of fewer firms is folded up under its heading. */
export function MeasureFields(props: BuilderFieldsProps) {
  const { form, choices, measureWords } = props;
  const chosen = form.watch('measures');
  const headings = [...new Set(choices.measures.map(measureWords.headingOf))];
  const codesOf = (heading: string) => choices.measures.filter((code) => measureWords.headingOf(code) === heading);
  const isOfLevels = (heading: string) => codesOf(heading).every((code) => scaleOf(choices.names, code) === 'level');
  return headings.map((heading, index) => {
    const fields = <MeasuresOf key={heading} {...props} heading={heading} isFirst={index === 0} />;
    if (isOfLevels(heading)) return fields;
    const codes = codesOf(heading);
    const [name, whole] = [measureWords.heading(heading), codes.length];
    const some = codes.filter((code) => chosen.includes(code)).length;
    return (
      <Details
        key={heading}
        summary={
          <Trans>
            {name}: {some} of {whole} chosen
          </Trans>
        }
      >
        {fields}
      </Details>
    );
  });
}

/** `isCautious`: few are chosen beforehand, and why is said. */
export function BreakdownField({ form, choices, errorOf, isCautious }: BuilderFieldsProps & { isCautious: boolean }) {
  const { t } = useLingui();
  const words = useGroupWords(choices.names);
  const chosen = form.watch('breakdowns');
  const options = chosenBreakdowns(choices).map((codes) => ({
    value: breakdownKey(codes),
    label: words.breakdown(codes),
  }));
  return (
    <CheckboxGroup
      name="breakdowns"
      legend={t`Divide by`}
      hint={
        <>
          <Trans>
            All firms together are always shown. Two at once give small groups: more of them are hidden, and to protect
            them others too.
          </Trans>
          {isCautious && (
            <>
              {' '}
              <Trans>
                Few are chosen beforehand, since earlier releases count some of the same answers: with more divisions it
                is likelier that what you build cannot be published.
              </Trans>
            </>
          )}
        </>
      }
      options={options}
      value={chosen}
      onToggle={(value) =>
        form.setValue('breakdowns', toggled(options, chosen, value), {
          shouldDirty: true,
          shouldValidate: form.formState.isSubmitted,
        })
      }
      error={errorOf('breakdowns')}
    />
  );
}
