import { zodResolver } from '@hookform/resolvers/zod';
import { useLingui } from '@lingui/react/macro';
import type { Resolver, UseFormReturn } from 'react-hook-form';
import * as z from 'zod/mini';
import { type SectionHead, sectionHeadSchema } from '#shared/domain/instrument/draft/edit.ts';
import { dimensionTextKeys, feedbackTextKey, sectionTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { BilingualField } from './bilingual-field.tsx';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { blankText } from './item-values.ts';
import { PlaceForm, usePlaceForm } from './place-form.tsx';
import { useFeedbackWords, useHeadFieldWords } from './use-head-field-words.ts';
import type { SectionInDraft } from './use-section.ts';

type Feedback = NonNullable<NonNullable<SectionHead['bands']>[string]['feedback']>;

const bySize = () => ({ small: blankText(), large: blankText() });
const blankFeedback = (): Feedback => ({
  usual: bySize(),
  why: blankText(),
  practice: bySize(),
  takes: bySize(),
  green: blankText(),
});

function leavesOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [String(value)];
}

/** Every band gets fields for feedback, also one that has none yet. */
function withFeedback({ bands, ...head }: SectionHead): SectionHead {
  if (bands === undefined) return head;
  const filled = Object.entries(bands).map(([band, words]) => [
    band,
    { ...words, feedback: words.feedback ?? blankFeedback() },
  ]);
  return { ...head, bands: Object.fromEntries(filled) };
}

/** Feedback left blank throughout is none. */
function withoutBlanks({ bands, ...head }: SectionHead): SectionHead {
  if (bands === undefined) return head;
  const kept = Object.entries(bands).map(([band, { feedback, ...words }]) => [
    band,
    leavesOf(feedback).every((leaf) => leaf.trim() === '') ? words : { ...words, feedback },
  ]);
  return { ...head, bands: Object.fromEntries(kept) };
}

const resolver: Resolver<SectionHead, unknown, SectionHead> = zodResolver(
  z.pipe(z.transform(withoutBlanks), sectionHeadSchema),
);

type HeadForm = UseFormReturn<SectionHead, unknown, SectionHead>;

/** In the order in which a firm reads them. */
const feedbackKinds = [
  'usual.small',
  'usual.large',
  'why',
  'practice.small',
  'practice.large',
  'takes.small',
  'takes.large',
  'green',
];

function BandFields({ form, dimension, band }: { form: HeadForm; dimension: string; band: string }) {
  const localise = useLocalised();
  const { scale } = useEditing().draft.content.sources.instrument;
  const head = useHeadFieldWords();
  const feedback = useFeedbackWords();
  const own = { form, rows: 3 };
  return (
    <Details summary={localise(scale.bands[band] ?? { sv: band, en: band })}>
      <div className={styles.form}>
        <BilingualField
          {...own}
          name={`bands.${band}.meaning`}
          textKey={dimensionTextKeys.meaning(dimension, band)}
          label={head.meaning}
        />
        <BilingualField
          {...own}
          name={`bands.${band}.next`}
          textKey={dimensionTextKeys.next(dimension, band)}
          label={head.next}
        />
        {feedbackKinds.map((kind) => (
          <BilingualField
            key={kind}
            form={form}
            name={`bands.${band}.feedback.${kind}`}
            textKey={feedbackTextKey(dimension, band, kind)}
            label={feedback[kind] ?? kind}
            rows={4}
          />
        ))}
      </div>
    </Details>
  );
}

/** Name and introduction of a dimension or block, and what firms in each band read. */
export function SectionHeadForm({ section: { source, name } }: { section: SectionInDraft }) {
  const { t } = useLingui();
  const { code } = source;
  const head = useHeadFieldWords();
  const content: SectionHead = {
    name: source.name,
    about: source.about,
    ...('bands' in source ? { bands: source.bands } : {}),
  };
  const state = usePlaceForm<SectionHead, SectionHead>({
    content,
    toValues: (stored) => withFeedback(stored ?? content),
    resolver,
    toEdit: (written) => ({ kind: 'section', section: code, head: written }),
  });
  const { form } = state;
  return (
    <PlaceForm state={state} caption={t`The two versions of ${name}`}>
      <BilingualField form={form} name="name" textKey={sectionTextKeys.name(code)} label={head.name} rows={1} />
      <BilingualField form={form} name="about" textKey={sectionTextKeys.about(code)} label={head.about} />
      {Object.keys(content.bands ?? {}).map((band) => (
        <BandFields key={band} form={form} dimension={code} band={band} />
      ))}
    </PlaceForm>
  );
}
