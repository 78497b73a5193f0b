import { zodResolver } from '@hookform/resolvers/zod';
import { useLingui } from '@lingui/react/macro';
import type { Resolver, UseFormReturn } from 'react-hook-form';
import { type InstrumentSource, instrumentSourceSchema } from '#shared/domain/instrument/source.ts';
import { scaleTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { BilingualField } from './bilingual-field.tsx';
import { useEditing } from './draft-context.tsx';
import { type FormTitle, PlaceForm, usePlaceForm } from './place-form.tsx';
import { useHeadFieldWords } from './use-head-field-words.ts';

type Stages = InstrumentSource['stagedLevels'];

const resolver: Resolver<Stages, unknown, Stages> = zodResolver(instrumentSourceSchema.shape.stagedLevels);

type StageFieldsProps = { form: UseFormReturn<Stages, unknown, Stages>; code: string; index: number };

function StageFields({ form, code, index }: StageFieldsProps) {
  const words = useHeadFieldWords();
  const stage = index + 1;
  return (
    <>
      <BilingualField
        form={form}
        name={`${code}.${index}.name`}
        textKey={scaleTextKeys.stageName(code, stage)}
        label={words.stageName(stage)}
        rows={1}
      />
      <BilingualField
        form={form}
        name={`${code}.${index}.meaning`}
        textKey={scaleTextKeys.stageMeaning(code, stage)}
        label={words.stageMeaning(stage)}
      />
    </>
  );
}

/** What the stages of a staged level are called, and mean. */
export function StagesForm({ title }: { title: FormTitle }) {
  const { t } = useLingui();
  const { stagedLevels } = useEditing().draft.content.sources.instrument;
  const state = usePlaceForm<Stages, Stages>({
    content: stagedLevels,
    toValues: (content) => content ?? stagedLevels,
    resolver,
    toEdit: (value) => ({ kind: 'stagedLevels', value }),
  });
  return (
    <PlaceForm state={state} title={title} caption={t`The two versions of the stages`}>
      {Object.entries(stagedLevels).flatMap(([code, stages]) =>
        stages.map((_stage, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stage is its number.
          <StageFields key={index} form={state.form} code={code} index={index} />
        )),
      )}
    </PlaceForm>
  );
}
