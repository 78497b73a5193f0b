import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { SourceFile } from '#shared/domain/instrument/compile-definition.ts';
import { compileDefinition } from '#shared/domain/instrument/compile-definition.ts';

const both = (text: string) => ({ sv: `${text} på svenska`, en: `${text} in English` });
const words = parse(readFileSync(path.join(import.meta.dirname, 'small-instrument.yaml'), 'utf8')) as object;

const item = {
  code: 'D1.1',
  kind: 'ladder',
  forms: ['quick'],
  question: both('question'),
  levels: ['a', 'b', 'c', 'd', 'e'].map(both),
};
const bands = Object.fromEntries(
  ['low', 'high'].map((band) => [band, { meaning: both('meaning'), next: both('next') }]),
);
const dimension = { code: 'D1', part: 'digital', name: both('name'), about: both('about'), bands, items: [item] };

const files = (changes: { instrument?: object; dimension?: object; item?: object } = {}): SourceFile[] => [
  { name: 'instrument.yaml', data: { ...words, ...changes.instrument } },
  {
    name: 'dimensions/D1.yaml',
    data: { ...dimension, ...changes.dimension, ...(changes.item ? { items: [{ ...item, ...changes.item }] } : {}) },
  },
];

const issuesOf = (sources: SourceFile[]) => {
  const compiled = compileDefinition(sources);
  return compiled.ok ? [] : compiled.issues;
};

describe('an instrument as people write it', () => {
  test('becomes one definition with structure and words apart', () => {
    const compiled = compileDefinition(files());

    expect(compiled.ok && compiled.definition.structure.items.map(({ code }) => code)).toEqual([
      'D1.1',
      'D1.importance',
      'D1.wish',
    ]);
    expect(compiled.ok && compiled.definition.structure.forms[0]?.sections).toEqual([
      { code: 'D1', steps: [{ items: ['D1.1'] }, { items: ['D1.importance', 'D1.wish'] }] },
    ]);
    expect(compiled.ok && compiled.definition.texts.en['D1.1.level.4']).toBe('e in English');
  });

  test('gives the same definition whatever the order of its files', () => {
    expect(compileDefinition(files().toReversed())).toEqual(compileDefinition(files()));
  });

  test('without its main file is told so', () => {
    expect(issuesOf(files().slice(1))).toMatchObject([{ file: 'instrument.yaml', code: 'missing-file' }]);
  });

  test.each<[string, Parameters<typeof files>[0], object]>([
    [
      'a missing language',
      { item: { question: { sv: 'Bara svenska' } } },
      { file: 'dimensions/D1.yaml', path: 'items/0/question/en' },
    ],
    ['four levels', { item: { levels: item.levels.slice(1) } }, { file: 'dimensions/D1.yaml', path: 'items/0/levels' }],
    [
      'an unknown key',
      { item: { hint: 'x' } },
      { file: 'dimensions/D1.yaml', path: 'items/0', code: 'unrecognized_keys' },
    ],
    [
      'two levels that say the same',
      { item: { levels: [...item.levels.slice(1), both('B')] } },
      { file: 'dimensions/D1.yaml', path: 'D1.1/levels', code: 'levels-alike' },
    ],
    [
      'a condition on a later item',
      { item: { appliesWhen: { item: 'D1.wish', choice: 'yes' } } },
      { file: 'dimensions/D1.yaml', path: 'D1.1/appliesWhen', code: 'condition-not-earlier' },
    ],
    [
      'a form that asks nothing of a dimension',
      { item: { forms: [] } },
      { path: 'forms/quick/D1', code: 'nothing-asked' },
    ],
    [
      'a staged level on an unknown item',
      {
        instrument: {
          scoring: {
            version: 'v1',
            ladderPoints: [0, 1, 2, 3, 4],
            minimumShareAnswered: 0.6,
            bands: [
              { code: 'low', from: 0 },
              { code: 'high', from: 2 },
            ],
            stagedLevels: [],
            gaps: [{ code: 'gap', from: 'D1.1', to: 'D9.9' }],
          },
        },
      },
      { code: 'unknown-item', reason: 'there is no item D9.9' },
    ],
    [
      'a band without words',
      { dimension: { bands: { low: bands['low'] } } },
      { path: 'D1.band.high.meaning', code: 'missing-text', file: 'dimensions/D1.yaml' },
    ],
  ])('is refused for %s, by file, path and reason', (_name, changes, issue) => {
    expect(issuesOf(files(changes))).toContainEqual(expect.objectContaining(issue));
  });

  test('reports the faults of every file at once', () => {
    const broken = files({ instrument: { forms: [] }, item: { question: 'no' } });

    expect(new Set(issuesOf(broken).map(({ file }) => file))).toEqual(
      new Set(['instrument.yaml', 'dimensions/D1.yaml']),
    );
  });
});
