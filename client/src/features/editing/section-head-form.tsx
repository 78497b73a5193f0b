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

function BandFields({ form, dimension, band }: { form: HeadForm; dimension: string; band: string }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const { scale } = useEditing().draft.content.sources.instrument;
  const feedback = (kind: string) => ({
    form,
    name: `bands.${band}.feedback.${kind}`,
    textKey: feedbackTextKey(dimension, band, kind),
    rows: 4,
  });
  const own = { form, rows: 3 };
  return (
    <Details summary={localise(scale.bands[band] ?? { sv: band, en: band })}>
      <div className={styles.form}>
        <BilingualField
          {...own}
          name={`bands.${band}.meaning`}
          textKey={dimensionTextKeys.meaning(dimension, band)}
          label={t`What the level means`}
        />
        <BilingualField
          {...own}
          name={`bands.${band}.next`}
          textKey={dimensionTextKeys.next(dimension, band)}
          label={t`The next step`}
        />
        <BilingualField {...feedback('usual.small')} label={t`How it usually is, under 50 employees`} />
        <BilingualField {...feedback('usual.large')} label={t`How it usually is, 50 or more`} />
        <BilingualField {...feedback('why')} label={t`Why it matters`} />
        <BilingualField {...feedback('practice.small')} label={t`In practice, under 50 employees`} />
        <BilingualField {...feedback('practice.large')} label={t`In practice, 50 or more`} />
        <BilingualField {...feedback('takes.small')} label={t`What it takes, under 50 employees`} />
        <BilingualField {...feedback('takes.large')} label={t`What it takes, 50 or more`} />
        <BilingualField {...feedback('green')} label={t`Green and circular`} />
      </div>
    </Details>
  );
}

/** Name and introduction of a dimension or block, and what firms in each band read. */
export function SectionHeadForm({ section: { source, name } }: { section: SectionInDraft }) {
  const { t } = useLingui();
  const { code } = source;
  const content: SectionHead = {
    name: source.name,
    about: source.about,
    ...('bands' in source ? { bands: source.bands } : {}),
  };
  const state = usePlaceForm<SectionHead, SectionHead>({
    content,
    toValues: (head) => withFeedback(head ?? content),
    resolver,
    toEdit: (head) => ({ kind: 'section', section: code, head }),
  });
  const { form } = state;
  return (
    <PlaceForm state={state} caption={t`The two versions of ${name}`}>
      <BilingualField form={form} name="name" textKey={sectionTextKeys.name(code)} label={t`Name`} rows={1} />
      <BilingualField form={form} name="about" textKey={sectionTextKeys.about(code)} label={t`What it is about`} />
      {Object.keys(content.bands ?? {}).map((band) => (
        <BandFields key={band} form={form} dimension={code} band={band} />
      ))}
    </PlaceForm>
  );
}
