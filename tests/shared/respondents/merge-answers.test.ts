import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Answers, AnswerValue } from '#shared/domain/answers/answer.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { mergeAnswers } from '#shared/domain/respondents/merge-answers.ts';
import type { Other } from '#shared/domain/respondents/together.ts';
import { fewestOthers } from '#shared/domain/respondents/together.ts';
import { answer, answersOf, dontKnow, ladder, level, notApplicable } from '../../support/small-instrument.ts';

type Mark = number | '?' | '-';

const ladders = [ladder('D1.1'), ladder('D1.2')];
const asked = (mark: Mark | undefined): Answers => (mark === undefined ? {} : answersOf({ 'D1.1': mark }));
const said = (marks: readonly Mark[], countsAlone: boolean): Other[] =>
  marks.map((mark) => ({ role: 'operator', answers: asked(mark), countsAlone }));

/** What the firm's answer is when whoever leads gave the first and the others the rest, some of whom count alone. */
const merge = (lead: Mark | undefined, others: readonly Mark[], alone: readonly Mark[] = []): AnswerValue | undefined =>
  mergeAnswers(ladders, {
    lead: { role: 'management', answers: asked(lead) },
    others: [...said(others, false), ...said(alone, true)],
  })['D1.1']?.value ?? undefined;
const at = (points: number) => ({ state: 'level', level: points });

describe('the answer of a firm to one question', () => {
  // Three others have answered, so all count with the one who leads. Sorted 0 1 2 4: between 1 and 2, so the lower, 1.
  // Sorted 0 1 2 3 4: the middle one, 2. Nothing from whoever leads, sorted 0 1 4: 1.
  test.each([
    [4, [0, 1, 2], 1],
    [4, [0, 1, 2, 3], 2],
    [undefined, [4, 0, 1], 1],
    ['?', [4, 0, 1], 1],
  ] as const)('is of %j and %j the median %i', (lead, others, wanted) => {
    expect(merge(lead, others)).toEqual(at(wanted));
  });

  // Two others have answered: 0 and 1 do not count against 4, nor against nothing.
  test('is that of whoever leads where fewer than three others have answered', () => {
    expect(merge(4, [0, 1])).toEqual(at(4));
    expect(merge(undefined, [0, 1])).toBeUndefined();
    expect(merge('?', [3, '?', '?'])).toEqual({ state: 'dont-know' });
    expect(merge(2, ['-', '-'])).toEqual(at(2));
  });

  // 4 of whoever leads, 1 of one who counts alone, 0 of one who does not: of 1 and 4 the lower.
  test('is also of those who have said that they may count alone', () => {
    expect(merge(4, [0], [1])).toEqual(at(1));
    expect(merge(undefined, [0], [3])).toEqual(at(3));
  });

  // Placed 3; not relevant twice, of three who have answered. Two against one. With a placing more it is two against two, of 2 and 3 the lower.
  test('is not relevant when more say so than place the firm on it', () => {
    expect(merge(undefined, ['-', '-', 3])).toEqual({ state: 'not-applicable' });
    expect(merge(2, ['-', '-', 3])).toEqual(at(2));
    // Who says that they do not know says nothing of whether it concerns the firm.
    expect(merge('?', ['?', '?'], ['-'])).toEqual({ state: 'not-applicable' });
  });

  test('is missing when nobody gave one', () => {
    expect(mergeAnswers(ladders, { lead: { role: 'management', answers: {} }, others: [] })).toEqual({});
  });

  test('keeps the comment of who leads and nobody else', () => {
    const lead: Answers = { 'D1.1': { value: null, comment: 'Ny ägare i höst.' } };
    const answers: Answers = { 'D1.1': { value: { state: 'level', level: 2 }, comment: 'Chefen lyssnar inte.' } };
    const others: Other[] = [{ role: 'operator', answers, countsAlone: true }];

    expect(mergeAnswers(ladders, { lead: { role: 'management', answers: lead }, others })['D1.1']).toEqual({
      value: { state: 'level', level: 2 },
      comment: 'Ny ägare i höst.',
    });
  });
});

const base = { ...ladder(''), purpose: 'score' as const };
const choices = (points: readonly (number | undefined)[]) =>
  points.map((each, index) => ({ code: `c${index}`, ...(each === undefined ? {} : { points: each }) }));

describe('a question of another kind', () => {
  const three = (value: (index: number) => AnswerValue, item: Item) =>
    mergeAnswers([item], {
      lead: { role: 'management', answers: { [item.code]: answer(value(0)) } },
      others: [1, 2, 3].map((index) => ({
        role: 'operator',
        answers: { [item.code]: answer(value(index)) },
        countsAlone: true,
      })),
    })[item.code]?.value;

  // Points 0 1 3 4: between 1 and 3, so the choice of 1.
  test('has the median where its choices have points', () => {
    const item: Item = { ...base, code: 'D1.importance', kind: 'single-choice', choices: choices([0, 1, 3, 4]) };
    expect(three((index) => ({ state: 'choice', choice: `c${3 - index}` }), item)).toEqual({
      state: 'choice',
      choice: 'c1',
    });
  });

  // Whoever leads says yes, 4 points, and three others no, none: of 0 0 0 4 the lower middle.
  test('has the median where yes and no have points', () => {
    const item: Item = { ...base, code: 'D1.1', kind: 'yes-no', points: { yes: 4, no: 0 } };
    expect(three((index) => ({ state: 'yes-no', yes: index === 0 }), item)).toEqual({ state: 'yes-no', yes: false });
  });

  test.each<[Item, (index: number) => AnswerValue]>([
    [
      {
        ...base,
        code: 'D1.wish',
        kind: 'single-choice',
        choices: choices([undefined, undefined, undefined, undefined]),
      },
      (index) => ({ state: 'choice', choice: `c${index}` }),
    ],
    [
      { ...base, code: 'D1.2', kind: 'multiple-choice', choices: choices([1, 1, 1, 1]) },
      (index) => ({ state: 'choices', choices: [`c${index}`] }),
    ],
    [{ ...base, code: 'D1.2', kind: 'yes-no' }, (index) => ({ state: 'yes-no', yes: index === 0 })],
    [
      { ...base, code: 'D1.2', kind: 'number', minimum: 0, maximum: 9, decimals: 0 },
      (index) => ({ state: 'number', number: index }),
    ],
    [
      { ...base, code: 'D1.comment', kind: 'text', maximumLength: 1000 },
      (index) => ({ state: 'text', text: `Skrivet av ${index}.` }),
    ],
  ])('has the answer of whoever leads, and of nobody else: $kind', (item, value) => {
    expect(three(value, item)).toEqual(value(0));
    const others: Other[] = [1, 2, 3].map((index) => ({
      role: 'operator',
      answers: { [item.code]: answer(value(index)) },
      countsAlone: true,
    }));
    expect(mergeAnswers([item], { lead: { role: 'management', answers: {} }, others })).toEqual({});
    // What the one who leads does not know is not asked of the others.
    const unknown: Answers = { [item.code]: dontKnow };
    expect(mergeAnswers([item], { lead: { role: 'management', answers: unknown }, others })).toEqual(unknown);
  });
});

const someAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.integer({ min: 0, max: 4 }).map(level),
  fc.constant(dontKnow),
  fc.constant(notApplicable),
);
const someAnswers: fc.Arbitrary<Answers> = fc.dictionary(fc.constantFrom('D1.1', 'D1.2'), someAnswer);
const someOther: fc.Arbitrary<Other> = fc.record({
  role: fc.constantFrom('management' as const, 'operator' as const),
  answers: someAnswers,
  countsAlone: fc.boolean(),
});
const leading = (answers: Answers) => ({ role: 'management' as const, answers });

describe('merging', () => {
  test('of one respondent alone changes nothing', () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        expect(mergeAnswers(ladders, { lead: leading(answers), others: [] })).toEqual({ ...answers });
      }),
    );
  });

  test('does not depend on the order of the others, where anybody placed the firm', () => {
    const marks = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(marks, marks, (no, yes) => {
        expect(merge(2, no.toReversed(), yes.toReversed())).toEqual(merge(2, no, yes));
      }),
    );
  });

  test('gives a level that somebody gave, and raising one answer never lowers it', () => {
    const marks = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: fewestOthers, maxLength: 9 });
    fc.assert(
      fc.property(marks, fc.nat(), (given, who) => {
        const levelIn = (list: readonly number[]) => {
          const value = merge(undefined, list);
          return value?.state === 'level' ? value.level : Number.NaN;
        };
        const raised = given.map((each, index) => (index === who % given.length ? Math.min(each + 1, 4) : each));
        expect(given).toContain(levelIn(given));
        expect(levelIn(raised)).toBeGreaterThanOrEqual(levelIn(given));
      }),
    );
  });

  test('is moved by somebody who does not count alone only together with two others who have answered', () => {
    const judges = (answers: Answers, item: string) =>
      ['level', 'not-applicable'].includes(answers[item]?.value?.state ?? '');
    fc.assert(
      fc.property(
        someAnswers,
        fc.array(someOther, { maxLength: 5 }),
        someAnswers,
        someAnswers,
        (lead, rest, before, after) => {
          const withOne = (answers: Answers) =>
            mergeAnswers(ladders, {
              lead: leading(lead),
              others: [...rest, { role: 'operator', answers, countsAlone: false }],
            });
          for (const { code } of ladders) {
            const besides = rest.filter(({ answers }) => judges(answers, code)).length;
            if (besides + 1 >= fewestOthers) continue;
            expect(withOne(after)[code]).toEqual(withOne(before)[code]);
          }
        },
      ),
    );
  });
});
