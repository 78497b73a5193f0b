import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choiceSetSchema, chooseInSet, noneCode } from '#shared/domain/firm/choice-set.ts';

const codes = ['quality', 'energy', 'other', 'none'] as const;
type Code = (typeof codes)[number];
const schema = choiceSetSchema(codes);

test.each<[string, Code[], Code, boolean, Code[]]>([
  ['adds what is ticked', ['quality'], 'energy', true, ['quality', 'energy']],
  ['takes away what is unticked', ['quality', 'energy'], 'quality', false, ['energy']],
  ['clears the rest when none is ticked', ['quality', 'other'], 'none', true, ['none']],
  ['clears none when another is ticked', ['none'], 'energy', true, ['energy']],
  ['is empty when none is unticked', ['none'], 'none', false, []],
  ['keeps each code once', ['quality'], 'quality', true, ['quality']],
  ['changes nothing when what is not there is unticked', ['quality'], 'energy', false, ['quality']],
])('%s', (_, chosen, code, isChosen, expected) => {
  expect(chooseInSet(chosen, code, isChosen)).toEqual(expected);
});

test('never yields none with others, whatever is ticked and unticked in whatever order', () => {
  const clicks = fc.array(fc.record({ code: fc.constantFrom(...codes), isChosen: fc.boolean() }));

  fc.assert(
    fc.property(clicks, (ticks) => {
      const chosen = ticks.reduce<Code[]>((set, { code, isChosen }) => chooseInSet(set, code, isChosen), []);

      expect(chosen.includes(noneCode) && chosen.length > 1).toBe(false);
      expect(chosen.length === 0 || schema.safeParse(chosen).success).toBe(true);
    }),
  );
});

test('the last thing ticked is always in the set', () => {
  const sets = fc.uniqueArray(fc.constantFrom(...codes));

  fc.assert(
    fc.property(sets, fc.constantFrom(...codes), (chosen, code) => {
      expect(chooseInSet(chosen, code, true)).toContain(code);
    }),
  );
});

test.each([[['quality']], [['none']], [['other', 'energy', 'quality']]])('%j is a set', (set) => {
  expect(schema.safeParse(set).data).toEqual(set);
});

test.each([
  ['none-with-others', ['none', 'quality']],
  ['none-with-others', ['quality', 'none']],
  ['repeated-choice', ['quality', 'quality']],
])('is refused as %s: %j', (code, set) => {
  expect(schema.safeParse(set).error?.issues.map(({ message }) => message)).toContain(code);
});

test.each([[[]], [['iso-9001']], ['quality'], [['quality', 'energy', 'other', 'quality', 'energy']]])(
  'refuses %j, which is no set of the codes',
  (set) => {
    expect(schema.safeParse(set).success).toBe(false);
  },
);
