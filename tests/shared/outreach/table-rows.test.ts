import { describe, expect, test } from 'vitest';
import { guessByWords, readRows } from '#shared/domain/outreach/table-rows.ts';

describe('which column holds which field', () => {
  const words = { name: ['firma', 'namn'], place: ['ort', 'namn'] };

  test('is told by its heading, and none is taken twice', () => {
    expect(guessByWords(['namn', 'ort', 'namn'], words, ['name', 'place'])).toEqual({ name: 0, place: 1 });
    expect(guessByWords(['namn', 'namn'], words, ['name', 'place'])).toEqual({ name: 0, place: 1 });
    expect(guessByWords(['namn', 'namn'], words, ['place', 'name'])).toEqual({ place: 0, name: 1 });
  });

  test('is not one that others have, and is nothing where no heading fits', () => {
    expect(guessByWords(['namn', 'firma'], words, ['name', 'place'], [0])).toEqual({ name: 1 });
    expect(guessByWords([], words, ['name', 'place'])).toEqual({});
  });
});

describe('reading rows', () => {
  const read = (rows: readonly (readonly string[])[]) =>
    readRows<readonly string[], 'bad' | 'name-twice' | 'number-twice'>(
      rows,
      (cells) => (cells[0] === 'bad' ? { faults: ['bad'] } : { value: cells }),
      ([name = '', number = '']) => [
        { key: name, twice: 'name-twice' },
        { key: number === '' ? null : number, twice: 'number-twice' },
      ],
    );

  test('passes over empty ones, and numbers the others as a spreadsheet does', () => {
    expect(read([['a'], ['', ' '], ['bad'], ['b']])).toEqual({
      good: [
        { row: 2, value: ['a'] },
        { row: 5, value: ['b'] },
      ],
      faulty: [{ row: 4, faults: ['bad'] }],
    });
  });

  test('counts the first of two with the same key, says of which key it is, and takes no key from one that is set aside', () => {
    const { good, faulty } = read([
      ['a', '1'],
      ['a', '2'],
      ['b', '2'],
      ['a', '1'],
    ]);
    expect(good.map(({ row }) => row)).toEqual([2, 4]);
    expect(faulty).toEqual([
      { row: 3, faults: ['name-twice'] },
      { row: 5, faults: ['name-twice', 'number-twice'] },
    ]);
  });

  test('keeps kinds of keys apart, and takes a missing one for no key', () => {
    expect(read([['1'], ['a', '1'], ['b']]).faulty).toEqual([]);
  });
});
