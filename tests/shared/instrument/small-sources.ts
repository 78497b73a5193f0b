import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { applyEdit } from '#shared/domain/instrument/draft/apply-edit.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import type { DimensionSource, InstrumentSources, ItemSource } from '#shared/domain/instrument/source.ts';
import { instrumentSourceSchema } from '#shared/domain/instrument/source.ts';

/* A small instrument in which every check passes: a block, two dimensions, two forms. */

const file = path.join(import.meta.dirname, 'small-instrument.yaml');
const written = instrumentSourceSchema.parse(parse(readFileSync(file, 'utf8')));

export const both = (words: string) => ({ sv: `${words} på svenska`, en: `${words} in English` });

type LadderSource = Extract<ItemSource, { kind: 'ladder' }>;

export function ladderSource(code: string, changes: Partial<LadderSource> = {}): LadderSource {
  return {
    code,
    kind: 'ladder',
    forms: ['quick', 'deep'],
    question: both(`${code} question`),
    levels: [both('none'), both('some'), both('half'), both('most'), both('all')],
    ...changes,
  };
}

export function choiceSource(code: string, points: Readonly<Record<string, number | undefined>>): ItemSource {
  return {
    code,
    kind: 'single-choice',
    forms: ['quick', 'deep'],
    question: both(`${code} question`),
    choices: Object.entries(points).map(([choice, number]) => ({
      code: choice,
      ...(number === undefined ? {} : { points: number }),
      text: both(choice),
    })),
  };
}

export function dimensionSource(code: string, items: readonly ItemSource[]): DimensionSource {
  const bySize = (words: string) => ({ small: both(`${words} small`), large: both(`${words} large`) });
  const band = {
    meaning: both('meaning'),
    next: both('next'),
    feedback: {
      usual: bySize('usual'),
      why: both('why'),
      practice: bySize('practice'),
      takes: bySize('takes'),
      green: both('green'),
    },
  };
  const part = code.startsWith('PM') ? 'process' : 'digital';
  return { code, part, name: both(code), about: both('about'), bands: { low: band, high: band }, items: [...items] };
}

const form = (code: string, minutes: number, sections: string[]) => ({
  code,
  minutes,
  name: both(`${code} form`),
  about: both('about'),
  sections,
});

export const smallSources: InstrumentSources = {
  instrument: { ...written, forms: [form('quick', 5, ['IB', 'D1', 'PM1']), form('deep', 9, ['IB', 'D1', 'PM1'])] },
  blocks: [
    {
      code: 'IB',
      name: both('block'),
      about: both('about'),
      items: [choiceSource('IB.export', { none: 0, some: 2 }), choiceSource('IB.sales', { none: 0, some: 2 })],
    },
  ],
  dimensions: [
    dimensionSource('D1', [
      ladderSource('D1.1'),
      ladderSource('D1.2', { weight: 2, help: both('help') }),
      choiceSource('D1.3', { never: 0, weekly: 4 }),
    ]),
    dimensionSource('PM1', [ladderSource('PM1.1'), ladderSource('PM1.2', { forms: ['deep'] })]),
  ],
};

export function draftOf(sources: InstrumentSources): Draft {
  return { sources, translatedFrom: {}, meanings: {} };
}

/** The draft after these edits; throws when one is refused. */
export function edited(draft: Draft, ...edits: readonly DraftEdit[]): Draft {
  return edits.reduce((before, edit) => {
    const applied = applyEdit(before, edit);
    if (!applied.ok) throw new Error(`${edit.kind} was refused: ${applied.refusal}`);
    return applied.draft;
  }, draft);
}

/** The definition that the small instrument becomes by these edits. */
export function definitionAfter(...edits: readonly DraftEdit[]): Definition {
  return assembleDefinition(edited(draftOf(smallSources), ...edits).sources);
}

export function itemSource(sources: InstrumentSources, code: string): ItemSource {
  const items = [...sources.blocks, ...sources.dimensions].flatMap((section) => section.items);
  const found = items.find((item) => item.code === code);
  if (found === undefined) throw new Error(`there is no item ${code}`);
  return found;
}

/** The edit that changes an item of the small instrument, in its own section. */
export function itemEdit(code: string, change: Partial<ItemSource>, from: InstrumentSources = smallSources): DraftEdit {
  const item = { ...itemSource(from, code), ...change } as ItemSource;
  return { kind: 'item', section: code.split('.')[0] ?? '', item };
}
