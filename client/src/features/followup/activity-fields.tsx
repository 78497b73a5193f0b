import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturn } from 'react-hook-form';
import type { FollowUpFrame } from '#shared/contracts/follow-up.ts';
import { counties } from '#shared/domain/firm/firm-profile.ts';
import { type Activity, activityStatuses, fundingTags, longestGoals } from '#shared/domain/followup/activity.ts';
import { priorityOf } from '#shared/domain/followup/portfolio.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import styles from './follow-up.module.css';
import type { ActivityField, ActivityForm } from './read-activity.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

export type ActivityFieldsProps = {
  form: UseFormReturn<ActivityForm, unknown, Activity>;
  errorOf: (field: ActivityField) => string | undefined;
  frame: FollowUpFrame;
};

type ListField = 'steps' | 'packages' | 'funding' | 'policyAreas' | 'counties' | 'programmes';
type TicksProps = ActivityFieldsProps & {
  name: ListField;
  legend: string;
  hint?: string | undefined;
  options: readonly { value: string; label: string; heading?: string }[];
  layout?: 'inline' | undefined;
  isOptional?: boolean | undefined;
};

/** Several of a list, ticked. What the list has lost stays ticked until somebody unticks it. */
function Ticks({ form, errorOf, name, options, ...texts }: TicksProps) {
  const chosen = form.watch(name);
  const gone = chosen.filter((code) => options.every(({ value }) => value !== code));
  const all = [...options, ...gone.map((code) => ({ value: code, label: code }))];
  const { frame: _, ...shown } = texts;
  return (
    <CheckboxGroup
      {...shown}
      name={name}
      options={all}
      value={chosen}
      error={errorOf(name)}
      onToggle={(value) =>
        form.setValue(name, toggled(all, chosen, value), {
          shouldDirty: true,
          shouldValidate: form.formState.isSubmitted,
        })
      }
    />
  );
}

function WhatFields(props: ActivityFieldsProps) {
  const { form, errorOf, frame } = props;
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useFollowUpWords();
  const goals = form.register('goals');
  const headingOf = (step: string) => {
    const priority = frame.priorities.find(({ code }) => code === priorityOf(step));
    return priority === undefined ? {} : { heading: `${priority.code} ${localise(priority.name)}` };
  };
  return (
    <>
      <TextField {...form.register('nameSv')} label={t`Name in Swedish`} error={errorOf('nameSv')} />
      <TextField {...form.register('nameEn')} label={t`Name in English`} error={errorOf('nameEn')} />
      <Ticks
        {...props}
        name="steps"
        legend={t`Steps of the strategy`}
        hint={t`One or more that it is part of.`}
        options={frame.steps.map(({ code, name }) => ({
          value: code,
          label: `${code} ${localise(name)}`,
          ...headingOf(code),
        }))}
      />
      <RadioGroup
        {...form.register('status')}
        legend={t`Status`}
        layout="inline"
        options={activityStatuses.map((value) => ({ value, label: words.status(value) }))}
        error={errorOf('status')}
      />
      <div className={styles.pair}>
        <TextField {...form.register('from')} type="date" label={t`First day`} error={errorOf('from')} />
        <TextField {...form.register('until')} type="date" label={t`Last day`} isOptional error={errorOf('until')} />
      </div>
      <TextAreaField
        {...goals}
        value={form.watch('goals')}
        label={t`Goals`}
        hint={t`What it is to lead to, for which step. Write nothing about a single firm.`}
        maximumLength={longestGoals}
        error={errorOf('goals')}
      />
      <TextField
        {...form.register('responsible')}
        label={t`Who answers for it`}
        hint={t`An organisation, not a person.`}
        error={errorOf('responsible')}
      />
    </>
  );
}

/** Packages that lead to a chosen step, and those that were chosen before. */
function PackageFields(props: ActivityFieldsProps) {
  const { form, frame } = props;
  const { t } = useLingui();
  const localise = useLocalised();
  const [steps, chosen] = [form.watch('steps'), form.watch('packages')];
  const fitting = frame.packages.filter(
    (each) => chosen.includes(each.code) || (each.isOffered && each.steps.some((step) => steps.includes(step))),
  );
  if (fitting.length === 0) return null;
  return (
    <Details
      summary={
        <Plural value={chosen.length} _0="Packages: none chosen" one="Packages: # chosen" other="Packages: # chosen" />
      }
      isOpenAtFirst={chosen.length > 0}
    >
      <Ticks
        {...props}
        name="packages"
        legend={t`Packages that it pays for or carries out`}
        hint={t`Those of the catalogue that lead to the chosen steps.`}
        isOptional
        options={fitting.map(({ code, name }) => ({ value: code, label: localise(name) }))}
      />
    </Details>
  );
}

function FundingFields(props: ActivityFieldsProps) {
  const { form, errorOf } = props;
  const { t } = useLingui();
  const words = useFollowUpWords();
  const chosen = form.watch('funding');
  return (
    <>
      <Ticks
        {...props}
        name="funding"
        legend={t`Funding`}
        layout="inline"
        isOptional
        options={fundingTags.map((value) => ({ value, label: words.funding(value) }))}
      />
      {chosen.length > 0 && (
        <div className={styles.pair}>
          {fundingTags
            .filter((tag) => chosen.includes(tag))
            .map((tag) => (
              <NumberField
                key={tag}
                {...form.register(`kronor.${tag}`)}
                label={words.funding(tag)}
                unit={t`kronor`}
                isOptional
                error={errorOf(`kronor.${tag}`)}
              />
            ))}
        </div>
      )}
    </>
  );
}

function TagFields(props: ActivityFieldsProps) {
  const { form, errorOf, frame } = props;
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useFollowUpWords();
  const { s3Areas, policyAreas, programmes } = frame.lists;
  const named = (tags: typeof policyAreas) => tags.map(({ code, name }) => ({ value: code, label: localise(name) }));
  return (
    <>
      <SelectField
        {...form.register('s3Area')}
        label={t`S3 area`}
        hint={t`S3 is smart specialisation: what a region has chosen to become strong in.`}
        placeholder={t`None`}
        isOptional
        options={counties.map((county) => ({
          label: words.county(county),
          options: named(s3Areas.filter(({ region }) => region === county)),
        }))}
        error={errorOf('s3Area')}
      />
      <Ticks
        {...props}
        name="counties"
        legend={t`Carried out in`}
        hint={t`None ticked means all three counties.`}
        layout="inline"
        isOptional
        options={counties.map((value) => ({ value, label: words.county(value) }))}
      />
      <Ticks {...props} name="policyAreas" legend={t`Policy areas`} isOptional options={named(policyAreas)} />
      <Ticks
        {...props}
        name="programmes"
        legend={t`Linked to what is national and European`}
        isOptional
        options={named(programmes)}
      />
    </>
  );
}

/** Everything that is written down of an activity. */
export function ActivityFields(props: ActivityFieldsProps) {
  const { form, errorOf } = props;
  const { t } = useLingui();
  return (
    <>
      <WhatFields {...props} />
      <PackageFields {...props} />
      <div className={styles.pair}>
        <TextField {...form.register('projectName')} label={t`Project`} isOptional error={errorOf('projectName')} />
        <TextField
          {...form.register('projectReference')}
          label={t`Reference of the project`}
          isOptional
          error={errorOf('projectReference')}
        />
      </div>
      <TextField {...form.register('link')} type="url" label={t`Link`} isOptional error={errorOf('link')} />
      <FundingFields {...props} />
      <TagFields {...props} />
      <p className={styles.small}>
        <Trans>All three regions read what you write here.</Trans>
      </p>
    </>
  );
}
