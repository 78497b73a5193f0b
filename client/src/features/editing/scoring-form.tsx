import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { type UseFormReturn, useFieldArray, useWatch } from 'react-hook-form';
import type { ScoringRules } from '#shared/domain/instrument/definition.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { Details } from '../../ui/details/details.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { type FormTitle, PlaceForm, usePlaceForm } from './place-form.tsx';
import { type ScoringValues, scoringResolver, scoringValuesOf } from './scoring-values.ts';
import { useInstrumentNames } from './use-instrument-names.ts';
import { useScoringFieldWords } from './use-scoring-field-words.ts';

type ScoringForm = UseFormReturn<ScoringValues, unknown, ScoringRules>;

function Limits({ form }: { form: ScoringForm }) {
  const { t } = useLingui();
  const words = useScoringFieldWords();
  const localise = useLocalised();
  const { scale } = useEditing().draft.content.sources.instrument;
  const { errors } = form.formState;
  const { bands } = form.getValues();
  return (
    <>
      <fieldset className={styles.group}>
        <legend>{words.ladderPoints}</legend>
        <div className={styles.checks}>
          {scale.levels.map((name, level) => (
            <NumberField
              // biome-ignore lint/suspicious/noArrayIndexKey: a level is its number.
              key={level}
              {...form.register(`ladderPoints.${level}`)}
              label={localise(name)}
              hasDecimals
              error={errors.ladderPoints?.[level] && t`0 to 4, in quarters.`}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{words.bands}</legend>
        <div className={styles.checks}>
          {bands.map(({ code }, index) => (
            <NumberField
              key={code}
              {...form.register(`bands.${index}.from`)}
              label={localise(scale.bands[code] ?? { sv: code, en: code })}
              hasDecimals
              error={errors.bands?.[index]?.from && t`0 to 4.`}
            />
          ))}
        </div>
      </fieldset>
      <NumberField
        {...form.register('minimumShareAnswered')}
        label={words.minimumShareAnswered}
        unit={t`per cent`}
        hasDecimals
        error={errors.minimumShareAnswered && t`Above 0, at most 100.`}
      />
    </>
  );
}

type RequiresName = `stagedLevels.${number}.stages.${number}.requires`;
type PracticeProps = {
  form: ScoringForm;
  name: `${RequiresName}.${number}`;
  ladders: readonly string[];
  first: string;
};

function Practice({ form, name, ladders, first }: PracticeProps) {
  const { t } = useLingui();
  const { atLeast } = useScoringFieldWords();
  const fault = form.getFieldState(name, form.formState).error as { item?: object; atLeast?: object } | undefined;
  return (
    <>
      <SelectField
        {...form.register(`${name}.item`)}
        label={t`Question`}
        width="short"
        options={[...new Set([...ladders, first])].map((code) => ({ value: code, label: code }))}
        error={fault?.item && t`Choose a question.`}
      />
      <NumberField
        {...form.register(`${name}.atLeast`)}
        label={atLeast}
        hasDecimals
        error={fault?.atLeast && t`0 to 4, in quarters.`}
      />
    </>
  );
}

/** The practices that a stage of the process level asks for. */
function Stage({ form, name, title }: { form: ScoringForm; name: RequiresName; title: string }) {
  const { t } = useLingui();
  const { definition } = useEditing();
  const { fields, append, remove } = useFieldArray({ control: form.control, name });
  const chosen = useWatch({ control: form.control, name });
  const add = useRef<HTMLButtonElement>(null);
  const focusAfter = useFocusAfter();
  const ladders = definition.structure.items.filter(({ kind }) => kind === 'ladder').map(({ code }) => code);
  const takeAway = (index: number) => {
    remove(index);
    focusAfter(() => add.current);
  };
  return (
    <Details summary={title}>
      <div className={styles.form}>
        {fields.map((field, index) => (
          <div key={field.id} className={styles.checks}>
            <Practice form={form} name={`${name}.${index}`} ladders={ladders} first={field.item} />
            <Button
              variant="quiet"
              onClick={() => takeAway(index)}
              aria-label={t`Take away ${chosen[index]?.item ?? field.item} from ${title}`}
            >
              <Trans>Take away</Trans>
            </Button>
          </div>
        ))}
        <p>
          <Button ref={add} variant="secondary" onClick={() => append({ item: ladders[0] ?? '', atLeast: '1' })}>
            <Trans>Add a practice</Trans>
          </Button>
        </p>
      </div>
    </Details>
  );
}

/** How answers become levels, bands and the staged process level. */
export function ScoringRulesForm({ title }: { title: FormTitle }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useScoringFieldWords();
  const { definition, draft } = useEditing();
  const names = useInstrumentNames(definition);
  const { scoring } = draft.content.sources.instrument;
  const state = usePlaceForm<ScoringValues, ScoringRules>({
    content: scoring,
    toValues: (rules) => scoringValuesOf(rules ?? scoring, language),
    resolver: scoringResolver,
    toEdit: (value) => ({ kind: 'scoring', value }),
  });
  const { form } = state;
  return (
    <PlaceForm state={state} title={title} caption={t`The two versions of the scoring rules`}>
      <TextField
        {...form.register('version')}
        label={words.version}
        hint={t`Stored with every score. Give changed rules a new name, such as proposal-2.`}
        width="half"
        error={form.formState.errors.version && t`Lower-case letters, figures and hyphens.`}
      />
      <Limits form={form} />
      {scoring.stagedLevels.map(({ code, stages }, level) => (
        <fieldset key={code} className={styles.group}>
          <legend>{words.practices}</legend>
          {stages.map(({ stage }, index) => (
            <Stage
              key={stage}
              form={form}
              name={`stagedLevels.${level}.stages.${index}.requires`}
              title={names.stage(code, stage)}
            />
          ))}
        </fieldset>
      ))}
    </PlaceForm>
  );
}
