import * as z from 'zod/mini';
import type { SizeClass } from '../firm/firm-profile.ts';
import type { LocalisedText } from '../language.ts';
import { localisedTextSchema } from '../language.ts';
import type { Definition } from './definition.ts';
import { feedbackTextKey } from './text-keys.ts';

/** What a firm reads about one dimension: five texts that belong to its band and its size. */
export const feedbackSchema = z.object({
  usual: localisedTextSchema,
  why: localisedTextSchema,
  practice: localisedTextSchema,
  takes: localisedTextSchema,
  green: localisedTextSchema,
});
export type Feedback = z.infer<typeof feedbackSchema>;

/** Firms with 50 employees or more read the texts written for departments and shifts. */
export function feedbackSize(sizeClass: SizeClass): 'small' | 'large' {
  return sizeClass === '50-249' || sizeClass === '250-plus' ? 'large' : 'small';
}

/** The feedback for a firm of this size in this band; undefined when the version has none. */
export function feedbackFor(
  texts: Definition['texts'],
  dimension: string,
  band: string,
  sizeClass: SizeClass,
): Feedback | undefined {
  const text = (kind: string): LocalisedText | undefined => {
    const key = feedbackTextKey(dimension, band, kind);
    const { sv, en } = texts;
    return sv[key] === undefined || en[key] === undefined ? undefined : { sv: sv[key], en: en[key] };
  };
  const size = feedbackSize(sizeClass);
  const parsed = feedbackSchema.safeParse({
    usual: text(`usual.${size}`),
    why: text('why'),
    practice: text(`practice.${size}`),
    takes: text(`takes.${size}`),
    green: text('green'),
  });
  return parsed.success ? parsed.data : undefined;
}
