import { describe, expect, test } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { checkAnswer } from '#shared/domain/answers/check-answer.ts';
import { completeness } from '#shared/domain/answers/completeness.ts';
import type { SizeClass } from '#shared/domain/firm/firm-profile.ts';
import { checkReach } from '#shared/domain/instrument/check-reach.ts';
import { feedbackFor } from '#shared/domain/instrument/feedback.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { itemsOnPath } from '#shared/domain/instrument/path.ts';
import { itemTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { checkWording } from '#shared/domain/instrument/wording/check-wording.ts';
import { notApplicable, workshop } from '../support/small-instrument.ts';

const { definition, bundle } = await loadContent(contentFolder);
const { structure, texts } = definition;
const ladders = structure.items.filter(({ kind }) => kind === 'ladder');

describe('the questionnaires', () => {
  test('have 106 questions in 19 dimensions, of which each form asks its part', () => {
    const asked = (form: string) => completeness(structure, form, workshop, {}).total;

    expect(ladders).toHaveLength(106);
    expect(structure.dimensions.map(({ code }) => code)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `D${number}`),
      ...[1, 2, 3, 4, 5, 6].map((number) => `PM${number}`),
      ...[1, 2, 3, 4].map((number) => `X${number}`),
    ]);
    expect(structure.forms.map(({ code }) => [code, asked(code)])).toEqual([
      ['snabbkoll', 42],
      ['digital', 50],
      ['process', 32],
      ['fordjupning', 24],
    ]);
  });

  test('say "not relevant" exactly where the brief does: eight questions, and those on selling abroad', () => {
    const marked = ladders.filter(({ allowsNotApplicable }) => allowsNotApplicable).map(({ code }) => code);

    expect(marked).toEqual(
      ['D2.2 D2.3 D4.4 D9.3 D9.6', 'PM3.5 PM6.3 PM6.4', 'X4.1 X4.2 X4.3 X4.6'].flatMap((line) => line.split(' ')),
    );
  });

  test('ask a firm that stays at home on purpose only about networks and its customers abroad', () => {
    const answers = { 'X4.1': notApplicable };
    const asked = itemsOnPath(structure, 'fordjupning', workshop, answers).map(({ code }) => code);

    expect(asked.filter((code) => /^X4\.[0-9]$/.test(code))).toEqual(['X4.1', 'X4.4', 'X4.5']);
  });

  test('hold every wording rule, and ask every firm about what they score', () => {
    expect(checkWording(definition)).toEqual([]);
    expect(checkReach(definition)).toEqual([]);
  });

  test('have help, a trace a visitor can look at, and a note for every size, on every question', () => {
    const without = (key: (item: Item) => string) =>
      ladders.filter((item) => texts.sv[key(item)] === undefined).map(({ code }) => code);

    expect(without(itemTextKeys.help)).toEqual([]);
    expect(without(itemTextKeys.trace)).toEqual([]);
    expect(ladders.filter(({ sizeNotes }) => sizeNotes.length === 0)).toEqual([]);
    expect([...new Set(ladders.flatMap(({ sizeNotes }) => sizeNotes.flat()))].sort()).toEqual([
      '1-4',
      '10-49',
      '250-plus',
      '5-9',
      '50-249',
    ]);
  });

  test('give a small and a large firm in every band their own feedback in every dimension', () => {
    const bands = structure.scoring.bands.map(({ code }) => code);
    const pairs = structure.dimensions.flatMap(({ code }) => bands.map((band) => [code, band] as const));
    const read = (dimension: string, band: string, size: SizeClass) => feedbackFor(texts, dimension, band, size);

    expect(pairs.filter(([code, band]) => read(code, band, '10-49') === undefined)).toEqual([]);
    expect(
      pairs.filter(([code, band]) => read(code, band, '10-49')?.usual.sv === read(code, band, '50-249')?.usual.sv),
    ).toEqual([]);
  });
});

describe('the simulated firm', () => {
  test('answers every question in a way the questions allow', () => {
    const { answers, profile } = bundle.demoFirm;
    const issues = structure.items.flatMap((item) => {
      const answer = answers[item.code];
      return answer === undefined ? [] : checkAnswer(item, answer);
    });
    expect(issues).toEqual([]);
    expect(Object.keys(answers).filter((code) => !structure.items.some((item) => item.code === code))).toEqual([]);
    expect(completeness(structure, 'snabbkoll', profile, answers).unanswered).toBe(0);
  });

  test('is called simulated', () => {
    expect(bundle.demoFirm.firmName).toMatch(/simulera/i);
  });
});
