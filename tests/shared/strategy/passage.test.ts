import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Passage, parsePassages } from '#shared/domain/strategy/passage.ts';

const line = fc.integer({ min: 1, max: 1181 });
const lines = fc.tuple(line, line).map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));
const passage = fc.record({
  section: fc.constantFrom('SUM', 'B1', 'W4', 'G3'),
  quadrant: fc.constantFrom('S', 'W', 'O', 'T', null),
  lines: fc.array(lines, { minLength: 1, maxLength: 4 }),
});

const write = ({ section, quadrant, lines: rows }: Passage) =>
  `${section}${quadrant === null ? '' : `-${quadrant}`} ${rows
    .map(({ from, to }) => (from === to ? `L${from}` : `L${from}–${to}`))
    .join(', ')}`;

describe('the passages of a source', () => {
  test('have a section, a quadrant where the appendix is meant, and one or several runs of rows', () => {
    expect(parsePassages('B1 L136, L141–143; W4-S L1144–1145')).toEqual([
      {
        section: 'B1',
        quadrant: null,
        lines: [
          { from: 136, to: 136 },
          { from: 141, to: 143 },
        ],
      },
      { section: 'W4', quadrant: 'S', lines: [{ from: 1144, to: 1145 }] },
    ]);
  });

  test('are found again however many are written', () => {
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 5 }), (passages) => {
        expect(parsePassages(passages.map(write).join('; '))).toEqual(passages);
      }),
    );
  });

  test.each(['', 'B1', 'B1 136', 'B1 L136-137', 'B1 L136;W4-S L3', 'W4-X L3', 'see B1 L136'])(
    'are not guessed at in "%s"',
    (source) => {
      expect(parsePassages(source)).toBeUndefined();
    },
  );
});
