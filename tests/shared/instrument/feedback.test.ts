import { describe, expect, test } from 'vitest';
import type { SizeClass } from '#shared/domain/firm/firm-profile.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import { feedbackFor, feedbackSize } from '#shared/domain/instrument/feedback.ts';
import { both, smallSources } from './small-sources.ts';

const { texts } = assembleDefinition(smallSources);

describe('feedback', () => {
  test.each<[SizeClass, 'small' | 'large']>([
    ['1-4', 'small'],
    ['5-9', 'small'],
    ['10-49', 'small'],
    ['50-249', 'large'],
    ['250-plus', 'large'],
  ])('for a firm of %s is the %s one', (sizeClass, size) => {
    expect(feedbackSize(sizeClass)).toBe(size);
    expect(feedbackFor(texts, 'D1', 'low', sizeClass)).toEqual({
      usual: both(`usual ${size}`),
      why: both('why'),
      practice: both(`practice ${size}`),
      takes: both(`takes ${size}`),
      green: both('green'),
    });
  });

  test('does not exist for a dimension or band that the version lacks', () => {
    expect(feedbackFor(texts, 'D9', 'low', '5-9')).toBeUndefined();
    expect(feedbackFor(texts, 'D1', 'middle', '5-9')).toBeUndefined();
  });

  test('is whole or not given at all: one text missing in one language leaves nothing', () => {
    const { 'D1.feedback.low.green': _gone, ...en } = texts.en;

    expect(feedbackFor({ sv: texts.sv, en }, 'D1', 'low', '5-9')).toBeUndefined();
    expect(feedbackFor({ sv: texts.sv, en }, 'D1', 'high', '5-9')).toBeDefined();
  });

  test('for small firms needs no words for large ones', () => {
    const { 'D1.feedback.low.usual.large': _gone, ...sv } = texts.sv;

    expect(feedbackFor({ sv, en: texts.en }, 'D1', 'low', '1-4')).toBeDefined();
    expect(feedbackFor({ sv, en: texts.en }, 'D1', 'low', '250-plus')).toBeUndefined();
  });
});
