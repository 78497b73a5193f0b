import type { Evidence, Reason, ReasonParam } from './routing.ts';

/** Every reason routing can give, with the placeholders its sentence must have in both languages. */
export const reasonPlaceholders = {
  'own-priority': ['dimensions'],
  need: ['dimensions', 'level', 'target', 'answers'],
  'need-ambitious': ['dimensions', 'level', 'target', 'answers'],
  strength: ['dimensions', 'level'],
  uncertain: ['dimensions', 'lowest', 'highest'],
  rule: ['why', 'evidence'],
  provider: ['why'],
  'provider-branch': ['provider', 'branch', 'why'],
  'provider-branch-proposed': ['provider', 'branch', 'why'],
  'county-home': ['provider', 'county'],
  'county-cross': ['provider', 'providerCounties', 'county'],
  'county-cross-with-contact': ['provider', 'providerCounties', 'county', 'contact'],
  'county-cross-outside': ['provider', 'providerCounties'],
  'county-open': ['provider'],
  group: ['minimum', 'maximum'],
  'cohort-open': [],
  'cohort-open-from': ['day'],
  'cohort-full': [],
  'cohort-closed': ['minimum'],
  'cohort-clash': [],
  'comes-after-other': ['package', 'why'],
  'cohort-waiting': ['minimum'],
  'criteria-unknown': ['why'],
  proposal: [],
  notice: ['text', 'evidence'],
  attachment: ['text', 'why'],
  'postponed-by-rule': ['why', 'evidence'],
  'postponed-after': ['why'],
  'lower-rank': [],
  'same-need-covered': ['package'],
  'one-theme': ['package'],
  'not-together': ['package', 'why'],
  'same-time': ['package'],
  'not-beside-under-way': ['why'],
  'runner-up-decided': ['package', 'difference', 'component', 'theirs', 'own'],
  'runner-up-level': ['package'],
  'size-outside': ['size'],
  'criteria-not-met': ['why'],
  withheld: ['why', 'evidence'],
  'already-taken': [],
  'under-way': [],
  'gap-declared': ['text'],
  'gap-no-package': ['dimensions', 'level'],
  'gap-size': ['dimensions', 'size'],
  'gap-criteria': ['dimensions'],
} as const;

export type ReasonCode = keyof typeof reasonPlaceholders;
type Params<Code extends ReasonCode> = Readonly<Record<(typeof reasonPlaceholders)[Code][number], ReasonParam>>;

/** A reason with exactly the parameters its sentence asks for. */
export const makeReason = <Code extends ReasonCode>(code: Code, params: Params<Code>): Reason => ({ code, params });

export const dimensionsParam = (...codes: readonly string[]): ReasonParam => ({
  kind: 'dimensions',
  codes: [...codes],
});

export const evidenceParam = (evidence: readonly Evidence[]): ReasonParam => ({
  kind: 'evidence',
  evidence: [...evidence],
});

export const numberParam = (value: number, decimals: 0 | 1 | 2): ReasonParam => ({ kind: 'number', value, decimals });

type CatalogueText = Extract<ReasonParam, { kind: 'text' }>['of'];
export const textParam = (of: CatalogueText, code: string): ReasonParam => ({ kind: 'text', of, code });
