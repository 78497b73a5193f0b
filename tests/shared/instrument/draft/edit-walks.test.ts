import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { assembleDefinition, keyedTextsOf } from '#shared/domain/instrument/compile-definition.ts';
import { applyEdit } from '#shared/domain/instrument/draft/apply-edit.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import { draftSchema } from '#shared/domain/instrument/draft/draft.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import { changeOfWords, type EditStep, editFor, editSteps } from '../arbitrary-edits.ts';
import { instrumentSources } from '../arbitrary-instrument.ts';
import { shipped } from '../shipped-instrument.ts';
import { draftOf } from '../small-sources.ts';

/** Writing to any part of it throws from now on. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

type Moment = { readonly edit: DraftEdit; readonly before: Draft; readonly after: Draft };

/** Every edit of the walk that was not refused, with the draft before and after. */
function walk(start: Draft, steps: readonly EditStep[]): Moment[] {
  const moments: Moment[] = [];
  for (const [place, step] of steps.entries()) {
    const before = moments.at(-1)?.after ?? start;
    const edit = frozen(editFor(before, step, place, start.sources));
    const applied = applyEdit(frozen(before), edit);
    if (applied.ok) moments.push({ edit, before, after: applied.draft });
  }
  return moments;
}

type Written = { readonly en: string; readonly sv: string };

/**
 * The Swedish that each English was written for, by rule: new words and new English are for the Swedish beside them.
 * English that went away and comes back is not new.
 */
function writtenFor(moments: readonly Moment[]): Map<string, string> {
  const [first] = moments;
  const start = first === undefined ? [] : [...keyedTextsOf(first.before.sources)];
  const written = new Map<string, Written>(start);
  for (const { edit, after } of moments) {
    for (const [key, { sv, en }] of keyedTextsOf(after.sources)) {
      const isConfirmed = edit.kind === 'translation-confirmed' && edit.key === key;
      const known = written.get(key);
      if (known?.en !== en || isConfirmed) written.set(key, { sv, en });
    }
  }
  return new Map([...written].map(([key, { sv }]) => [key, sv]));
}

test('edits touch neither the draft they are given nor the definition it came from', () => {
  fc.assert(
    fc.property(instrumentSources, editSteps, (sources, steps) => {
      const definition = frozen(assembleDefinition(sources));
      const start = draftOf(sourcesOf(definition));
      const [definitionBefore, startBefore] = [canonicalJson(definition), canonicalJson(start)];
      const moments = walk(start, steps);

      expect(canonicalJson(definition)).toBe(definitionBefore);
      expect(canonicalJson(start)).toBe(startBefore);
      for (const { before, edit } of moments.slice(1)) {
        const text = canonicalJson(before);
        applyEdit(before, edit);
        expect(canonicalJson(before)).toBe(text);
      }
    }),
    { numRuns: 60 },
  );
});

test('edits of the shipped instrument leave it as it is', () => {
  const text = canonicalJson(shipped);

  fc.assert(
    fc.property(editSteps, (steps) => {
      walk(draftOf(sourcesOf(shipped)), steps);

      expect(canonicalJson(shipped)).toBe(text);
    }),
    { numRuns: 5 },
  );
});

test('a draft can be stored after every edit that is not refused', () => {
  fc.assert(
    fc.property(instrumentSources, editSteps, (sources, steps) => {
      for (const { after } of walk(draftOf(sources), steps)) expect(draftSchema.parse(after)).toEqual(after);
    }),
    { numRuns: 60 },
  );
});

test('exactly those translations are stale whose Swedish is another than the one they were written for', () => {
  fc.assert(
    fc.property(instrumentSources, editSteps, (sources, steps) => {
      const moments = walk(draftOf(sources), steps);
      const last = moments.at(-1)?.after ?? draftOf(sources);
      const now = keyedTextsOf(last.sources);
      const stale = [...writtenFor(moments)].filter(([key, source]) => now.has(key) && now.get(key)?.sv !== source);

      expect(last.translatedFrom).toEqual(Object.fromEntries(stale));
    }),
    { numRuns: 150 },
  );
});

test('a question that is taken away and made anew has the same stale translations as one that is edited', () => {
  fc.assert(
    fc.property(instrumentSources, editSteps, changeOfWords, (sources, steps, last) => {
      const before = walk(draftOf(sources), steps).at(-1)?.after ?? draftOf(sources);
      const edit = editFor(before, last, steps.length, sources);
      fc.pre(edit.kind === 'item');
      const { section, item } = edit;
      const edited = applyEdit(before, edit);
      const without = applyEdit(before, { kind: 'remove-item', section, code: item.code });
      fc.pre(without.ok);
      const anew = applyEdit(without.draft, { kind: 'new-item', section, item });

      expect(anew.ok && anew.draft.translatedFrom).toEqual(edited.ok && edited.draft.translatedFrom);
    }),
    { numRuns: 60 },
  );
});

test('a statement of meaning stands only while the words it was made of stand', () => {
  const wordsUnder = (code: string, { sources }: Draft) =>
    canonicalJson([...keyedTextsOf(sources)].filter(([key]) => key.startsWith(`${code}.`)));

  fc.assert(
    fc.property(instrumentSources, editSteps, (sources, steps) => {
      for (const { edit, before, after } of walk(draftOf(sources), steps)) {
        for (const [code, meaning] of Object.entries(after.meanings)) {
          const isStatedNow = edit.kind === 'meaning' && edit.code === code;
          if (isStatedNow) continue;
          expect(before.meanings[code]).toBe(meaning);
          expect(wordsUnder(code, after)).toBe(wordsUnder(code, before));
        }
      }
    }),
    { numRuns: 60 },
  );
});
