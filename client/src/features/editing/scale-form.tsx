import { zodResolver } from '@hookform/resolvers/zod';
import { useLingui } from '@lingui/react/macro';
import type { Resolver } from 'react-hook-form';
import { type InstrumentSource, instrumentSourceSchema } from '#shared/domain/instrument/source.ts';
import { scaleTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { BilingualField } from './bilingual-field.tsx';
import { useEditing } from './draft-context.tsx';
import { type FormTitle, PlaceForm, usePlaceForm } from './place-form.tsx';
import { useInstrumentNames } from './use-instrument-names.ts';
import { useItemFieldWords } from './use-item-field-words.ts';

type Scale = InstrumentSource['scale'];

const resolver: Resolver<Scale, unknown, Scale> = zodResolver(instrumentSourceSchema.shape.scale);

/** Words for the levels, the bands and the three parts. */
export function ScaleForm({ title }: { title: FormTitle }) {
  const { t } = useLingui();
  const { definition, draft } = useEditing();
  const { scale } = draft.content.sources.instrument;
  const words = useItemFieldWords();
  const names = useInstrumentNames(definition);
  const state = usePlaceForm<Scale, Scale>({
    content: scale,
    toValues: (content) => content ?? scale,
    resolver,
    toEdit: (value) => ({ kind: 'scale', value }),
  });
  const own = { form: state.form, rows: 1 };
  return (
    <PlaceForm state={state} title={title} caption={t`The two versions of the scale`}>
      {scale.levels.map((_text, level) => (
        <BilingualField
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its number.
          key={level}
          {...own}
          name={`levels.${level}`}
          textKey={scaleTextKeys.level(level)}
          label={words.level(level)}
        />
      ))}
      {Object.keys(scale.bands).map((band) => (
        <BilingualField
          key={band}
          {...own}
          name={`bands.${band}`}
          textKey={scaleTextKeys.band(band)}
          label={names.band(band)}
        />
      ))}
      {Object.keys(scale.parts).map((part) => (
        <BilingualField
          key={part}
          {...own}
          name={`parts.${part}`}
          textKey={scaleTextKeys.part(part)}
          label={names.part(part)}
        />
      ))}
    </PlaceForm>
  );
}
