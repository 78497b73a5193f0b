import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemSpread } from '#shared/domain/respondents/agreement.ts';
import { agreementOf, shareBetweenItems, spreadOf } from '#shared/domain/respondents/agreement.ts';
import { composeAgreement } from '#shared/domain/respondents/agreement-document.ts';
import { findDifferences } from '#shared/domain/respondents/find-differences.ts';
import { roleMeans } from '#shared/domain/respondents/item-spread.ts';
import type { RespondentRole } from '#shared/domain/respondents/respondent-role.ts';
import { respondentRoles } from '#shared/domain/respondents/respondent-role.ts';
import type { Other, Together } from '#shared/domain/respondents/together.ts';
import { fewestOthers } from '#shared/domain/respondents/together.ts';
import { answersOf, ladder, rules, structureOf } from '../../support/small-instrument.ts';

type Marks = Parameters<typeof answersOf>[0];

const people = (role: RespondentRole, ...given: readonly Marks[]): Other[] =>
  given.map((marks) => ({ role, answers: answersOf(marks), countsAlone: true }));
const led = (lead: Marks, others: readonly Other[], role: RespondentRole = 'management'): Together => ({
  lead: { role, answers: answersOf(lead) },
  others,
});

const spreads = (...lists: readonly (readonly number[])[]): ItemSpread[] =>
  lists.map((points, index) => ({ item: `D1.${index + 1}`, points }));

describe('the spread of answers', () => {
  // D1.1 is answered by three besides the one who leads, whose 3 is among them; D1.2 by two and the one who leads.
  test('is told from three others on, without who gave which', () => {
    const given = people('operator', { 'D1.1': 4, 'D1.2': 1 }, { 'D1.1': 0, 'D1.2': 2 }, { 'D1.1': 2, 'D1.2': '?' });
    const items = [ladder('D1.1'), ladder('D1.2')];

    expect(spreadOf(items, led({ 'D1.1': 3, 'D1.2': 3 }, given), rules)).toEqual([
      { item: 'D1.1', points: [0, 2, 3, 4] },
    ]);
  });

  test('is told of ladders alone, which have the five levels that agreement is measured against', () => {
    const answers = { 'D1.1': { value: { state: 'choice' as const, choice: 'yes' }, comment: '' } };
    const others: Other[] = [1, 2, 3].map(() => ({ role: 'operator', answers, countsAlone: true }));
    const choice = { ...ladder('D1.1'), kind: 'single-choice' as const, choices: [{ code: 'yes', points: 4 }] };

    expect(spreadOf([choice], led({}, others), rules)).toEqual([]);
  });
});

describe('agreement within a firm', () => {
  // Chance variance of five levels (25 - 1) / 12 = 2. Points 1 2 3: variance 1; 1 - 1/2 = 0.5.
  // Two items, variances 1 and 0: mean 0.5, 1 - 0.5/2 = 0.75; 2 x 0.75 / (2 x 0.75 + 0.25) = 1.5 / 1.75 = 0.857.
  // Points 0 0 4 4: variance 16/3 = 5.33, more than chance: 0.
  test.each([
    [[[2, 2, 2]], 1, 'very-strong'],
    [[[1, 2, 3]], 0.5, 'weak'],
    [
      [
        [1, 2, 3],
        [2, 2, 2],
      ],
      0.857,
      'strong',
    ],
    [[[0, 0, 4, 4]], 0, 'weak'],
  ] as const)('of %j is %d', (lists, wanted, strength) => {
    const told = agreementOf('D1', spreads(...lists));
    expect(told.agreement).toBeCloseTo(wanted, 3);
    expect(told.strength).toBe(strength);
  });

  test('is not told where nothing was answered by enough', () => {
    expect(agreementOf('D2', spreads([1, 2, 3]))).toEqual({
      dimension: 'D2',
      items: 0,
      agreement: null,
      strength: null,
    });
  });

  test('lies between 0 and 1, and does not change when everybody answers one level higher', () => {
    const list = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 6 }), { minLength: 1 });
    fc.assert(
      fc.property(list, (lists) => {
        const { agreement } = agreementOf('D1', spreads(...lists));
        expect(agreement).toBeGreaterThanOrEqual(0);
        expect(agreement).toBeLessThanOrEqual(1);
        const higher = agreementOf('D1', spreads(...lists.map((points) => points.map((each) => each + 1))));
        expect(higher.agreement).toBeCloseTo(agreement ?? Number.NaN, 9);
      }),
    );
  });
});

describe('the share of the variation between questions', () => {
  // The worked example of Shrout and Fleiss (1979), table 2: ICC(1,1) .17 and ICC(1,4) .44.
  test('is that of the textbook', () => {
    const judged = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    expect(shareBetweenItems(spreads(...judged))).toEqual({
      one: expect.closeTo(0.17, 2),
      mean: expect.closeTo(0.44, 2),
      items: 6,
    });
  });

  test('is not told of fewer than five questions, or where nothing differs', () => {
    expect(shareBetweenItems(spreads([1, 2, 3], [1, 2, 3], [1, 2, 3], [0, 0, 1]))).toBe('too-few');
    expect(shareBetweenItems(spreads(...Array.from({ length: 5 }, () => [2, 2, 2])))).toBe('no-variation');
  });

  // Everybody gives the same to each question, and the questions differ: all of the variation is between them.
  test('is whole when people agree', () => {
    expect(shareBetweenItems(spreads([0, 0, 0], [1, 1, 1], [2, 2, 2], [3, 3, 3], [4, 4, 4, 4]))).toMatchObject({
      one: 1,
    });
  });
});

const six = Array.from({ length: 6 }, (_none, index) => ladder(`D1.${index + 1}`));
const everywhere = (points: readonly number[]) =>
  Object.fromEntries(points.map((each, index) => [`D1.${index + 1}`, each]));

describe('the questions to talk about', () => {
  // Office less floor on six questions: 1, -4, 0, 2, 3, 1; the largest distance first, then the order of the form.
  // Whoever leads answers as the office does, which changes no mean.
  const office = everywhere([2, 0, 3, 4, 4, 3]);
  const floor = everywhere([1, 4, 3, 2, 1, 2]);

  test('are the five where office and shop floor differ most', () => {
    const others = [
      ...people('management', office),
      ...people('office', office, office),
      ...people('operator', floor, floor, floor),
    ];
    const told = findDifferences(six, led(office, others), rules);

    expect(told.kind).toBe('sides');
    expect(told.kind === 'sides' && told.items.map(({ item, difference }) => [item, difference])).toEqual([
      ['D1.2', -4],
      ['D1.5', 3],
      ['D1.4', 2],
      ['D1.1', 1],
      ['D1.6', 1],
    ]);
  });

  test('do not compare sides where one of them has three with whoever leads, and two without', () => {
    const others = [...people('office', office, office), ...people('operator', floor, floor, floor)];
    expect(findDifferences(six, led(office, others), rules).kind).toBe('spread');
  });

  // D1.1 alone has three of each side, of six that are told of: the other five would not be heard of.
  test('do not compare sides that few of the questions have in common', () => {
    const others = [
      ...people('office', ...[1, 2, 3].map(() => ({ 'D1.1': 2 }))),
      ...people('operator', floor, floor, floor),
    ];
    expect(findDifferences(six, led({}, others), rules)).toMatchObject({ kind: 'spread' });
    expect(findDifferences(six.slice(0, 2), led({}, others), rules)).toMatchObject({ kind: 'sides' });
  });

  // Twelve are told of by the floor; the office has answered five of them, fewer than half: enough for five to talk about.
  test('compare sides that have five questions in common, however many are told of', () => {
    const twelve = Array.from({ length: 12 }, (_none, index) => ladder(`D1.${index + 1}`));
    const below = everywhere([1, 4, 3, 2, 1, 2, 2, 2, 2, 2, 2, 2]);
    const common = (count: number) => [
      ...people('office', ...[1, 2, 3].map(() => everywhere([2, 0, 3, 4, 4].slice(0, count)))),
      ...people('operator', below, below, below),
    ];
    expect(findDifferences(twelve, led({}, common(5)), rules)).toMatchObject({ kind: 'sides', items: { length: 4 } });
    expect(findDifferences(twelve, led({}, common(4)), rules)).toMatchObject({ kind: 'spread' });
  });

  test('are those where answers lie furthest apart when a side is too few to be told of', () => {
    const others = people('production', everywhere([0, 2]), everywhere([1, 2]), everywhere([1, 2]));
    expect(findDifferences(six.slice(0, 2), led(everywhere([4, 2]), others), rules)).toEqual({
      kind: 'spread',
      items: [{ item: 'D1.1', lowest: 0, highest: 4 }],
    });
  });

  test('are not told of two others', () => {
    const others = people('operator', everywhere([1]), everywhere([4]));
    expect(findDifferences(six, led(everywhere([2]), others), rules)).toEqual({ kind: 'too-few' });
  });
});

describe('what each role has answered', () => {
  const [item] = six;
  const of = (role: RespondentRole, ...points: readonly number[]) =>
    people(role, ...points.map((each) => ({ 'D1.1': each })));
  const told = (lead: Marks, ...others: readonly Other[][]) =>
    item === undefined ? [] : roleMeans(item, led(lead, others.flat()), rules);

  // Operators 0 0 1: a third. Management 2 3 3 and the 4 of whoever leads: 12 / 4 = 3.
  test('is told of three and more, with whoever leads in their own role', () => {
    expect(told({ 'D1.1': 4 }, of('operator', 0, 0, 1), of('management', 2, 3, 3))).toEqual([
      { role: 'management', answers: 4, mean: 3 },
      { role: 'operator', answers: 3, mean: 1 / 3 },
    ]);
  });

  test('is not told where whoever leads is the third', () => {
    expect(told({ 'D1.1': 4 }, of('management', 2, 3), of('operator', 0, 0, 1))).toEqual([]);
  });

  // The mean of the side, or the lowest and highest of all, would give away the one of production, or the two of the office.
  test('is not told beside one or two whose answers it would give away', () => {
    expect(told({}, of('operator', 0, 0, 0), of('production', 4))).toEqual([]);
    expect(told({}, of('operator', 0, 0, 0), of('office', 4, 4))).toEqual([]);
    expect(told({}, of('operator', 0, 0, 0), of('office', 4, 4), of('management', 4)).map(({ role }) => role)).toEqual([
      'operator',
    ]);
  });
});

describe('the document of agreement', () => {
  const structure = structureOf(six);

  test('tells of each question how many answered, lowest, lower median and highest', () => {
    const others = people('operator', { 'D1.1': 4, 'D1.2': 1 }, { 'D1.1': 0, 'D1.2': 1 }, { 'D1.1': 1 });
    const document = composeAgreement(structure, 'quick', led({ 'D1.1': 2 }, others));
    // Sorted 0 1 2 4: between 1 and 2, so 1.
    expect(document.items).toEqual([
      {
        item: 'D1.1',
        answers: 4,
        lowest: 0,
        median: 1,
        highest: 4,
        roles: [{ role: 'operator', answers: 3, mean: 5 / 3 }],
      },
    ]);
    expect(document.betweenItems).toEqual({ kind: 'too-few' });
  });

  test('counts those who have answered a scored question', () => {
    const silent = people('office', {});
    expect(
      composeAgreement(structure, 'quick', led({}, [...people('office', { 'D1.1': '?' }), ...silent])).respondents,
    ).toBe(1);
  });

  test('does not change with what somebody answers whom fewer than two others answer beside', () => {
    const points = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });
    const person = fc.record({ role: fc.constantFrom(...respondentRoles), one: points, two: points });
    const marks = ({ one, two }: { one: number | undefined; two: number | undefined }): Marks => ({
      ...(one === undefined ? {} : { 'D1.1': one }),
      ...(two === undefined ? {} : { 'D1.2': two }),
    });
    fc.assert(
      fc.property(
        person,
        fc.array(person, { maxLength: fewestOthers - 2 }),
        person,
        person,
        (lead, rest, before, after) => {
          const others = rest.flatMap((each) => people(each.role, marks(each)));
          const withOne = (each: typeof before) =>
            composeAgreement(
              structure,
              'quick',
              led(marks(lead), [...others, ...people(each.role, marks(each))], lead.role),
            );
          const { respondents: _before, ...told } = withOne(before);
          const { respondents: _after, ...changed } = withOne(after);
          expect(changed).toEqual(told);
        },
      ),
    );
  });
});
