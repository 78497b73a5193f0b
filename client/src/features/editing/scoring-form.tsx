import { Trans, useLingui } from '@lingui/react/macro';
import { type UseFormReturn, useFieldArray, useWatch } from 'react-hook-form';
import type { ScoringRules } from '#shared/domain/instrument/definition.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { Details } from '../../ui/details/details.tsx';
import { NumberField } from '../../ui/field/number-field.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { PlaceForm, usePlaceForm } from './place-form.tsx';
import { type ScoringValues, scoringResolver, scoringValuesOf } from './scoring-values.ts';

type ScoringForm = UseFormReturn<ScoringValues, unknown, ScoringRules>;

function Limits({ form }: { form: ScoringForm }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const { scale } = useEditing().draft.content.sources.instrument;
  const { errors } = form.formState;
  const { bands } = form.getValues();
  return (
    <>
      <fieldset className={styles.group}>
        <legend>
          <Trans>Points of the five levels</Trans>
        </legend>
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
        <legend>
          <Trans>Lower limits of the bands</Trans>
        </legend>
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
        label={t`Share of an area's questions that must be answered for a level`}
        unit={t`per cent`}
        hasDecimals
        error={errors.minimumShareAnswered && t`Above 0, at most 100.`}
      />
    </>
  );
}

type StageProps = { form: ScoringForm; name: `stagedLevels.${number}.stages.${number}.requires`; title: string };

/** The practices that a stage of the process level asks for. */
function Stage({ form, name, title }: StageProps) {
  const { t } = useLingui();
  const { definition } = useEditing();
  const { fields, append, remove } = useFieldArray({ control: form.control, name });
  const chosen = useWatch({ control: form.control, name });
  const ladders = definition.structure.items.filter(({ kind }) => kind === 'ladder').map(({ code }) => code);
  return (
    <Details summary={title}>
      <div className={styles.form}>
        {fields.map((field, index) => (
          <div key={field.id} className={styles.checks}>
            <SelectField
              {...form.register(`${name}.${index}.item`)}
              label={t`Question`}
              width="short"
              options={[...new Set([...ladders, field.item])].map((code) => ({ value: code, label: code }))}
            />
            <NumberField
              {...form.register(`${name}.${index}.atLeast`)}
              label={t`Points, at least`}
              hasDecimals
              error={form.getFieldState(`${name}.${index}.atLeast`, form.formState).error && t`0 to 4, in quarters.`}
            />
            <Button
              variant="quiet"
              onClick={() => remove(index)}
              aria-label={t`Take away ${chosen[index]?.item ?? field.item} from ${title}`}
            >
              <Trans>Take away</Trans>
            </Button>
          </div>
        ))}
        <p>
          <Button variant="secondary" onClick={() => append({ item: ladders[0] ?? '', atLeast: '1' })}>
            <Trans>Add a practice</Trans>
          </Button>
        </p>
      </div>
    </Details>
  );
}

/** How answers become levels, bands and the staged process level. */
export function ScoringRulesForm() {
  const { t } = useLingui();
  const localise = useLocalised();
  const { scoring, stagedLevels } = useEditing().draft.content.sources.instrument;
  const state = usePlaceForm<ScoringValues, ScoringRules>({
    content: scoring,
    toValues: (rules) => scoringValuesOf(rules ?? scoring),
    resolver: scoringResolver,
    toEdit: (value) => ({ kind: 'scoring', value }),
  });
  const { form } = state;
  const { errors } = form.formState;
  return (
    <PlaceForm state={state} caption={t`The two versions of the scoring rules`}>
      <TextField
        {...form.register('version')}
        label={t`Name of the rules`}
        hint={t`Stored with every score. Give changed rules a new name, such as proposal-2.`}
        width="half"
        error={errors.version && t`Lower-case letters, figures and hyphens.`}
      />
      <Limits form={form} />
      {scoring.stagedLevels.flatMap(({ code, stages }, level) =>
        stages.map(({ stage }, index) => (
          <Stage
            key={`${code} ${stage}`}
            form={form}
            name={`stagedLevels.${level}.stages.${index}.requires`}
            title={`${stage} ${localise(stagedLevels[code]?.[index]?.name ?? { sv: code, en: code })}`}
          />
        )),
      )}
      {errors.stagedLevels && <p>{t`A practice asks for a level that is not a number from 0 to 4 in quarters.`}</p>}
    </PlaceForm>
  );
}
