import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { applyEdit } from '#shared/domain/instrument/draft/apply-edit.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import type { ItemMap } from '#shared/domain/instrument/version/comparability.ts';
import { composeItemMaps, isComparable, mapItems } from '#shared/domain/instrument/version/comparability.ts';
import { diffVersions, isUnchanged } from '#shared/domain/instrument/version/difference.ts';
import { type EditStep, editFor, editSteps } from '../arbitrary-edits.ts';
import { instrumentSources } from '../arbitrary-instrument.ts';
import { shipped } from '../shipped-instrument.ts';
import { draftOf } from '../small-sources.ts';

type Release = { readonly definition: Definition; readonly map: ItemMap };

function walk(start: Draft, steps: readonly EditStep[], origin: Draft): Draft {
  return steps.reduce((draft, step, place) => {
    const applied = applyEdit(draft, editFor(draft, step, place, origin.sources));
    return applied.ok ? applied.draft : draft;
  }, start);
}

/** Versions of one instrument in a row, each edited from the one before, with the map from there. */
const releases: fc.Arbitrary<Release[]> = fc
  .tuple(instrumentSources, fc.array(editSteps, { minLength: 3, maxLength: 3 }))
  .map(([sources, walks]) => {
    const origin = draftOf(sources);
    const list: Release[] = [{ definition: assembleDefinition(sources), map: new Map() }];
    let draft = origin;
    for (const steps of walks) {
      draft = walk({ ...draft, meanings: {} }, steps, origin);
      const before = list.at(-1)?.definition ?? assembleDefinition(sources);
      const definition = assembleDefinition(draft.sources);
      list.push({ definition, map: mapItems(before, definition, diffVersions(before, definition, draft.meanings)) });
    }
    return list;
  });

const codesOf = (definition: Definition | undefined) => definition?.structure.items.map(({ code }) => code) ?? [];
const asRecord = (map: ItemMap) => Object.fromEntries(map);
const numRuns = 50;

test('a version does not differ from itself', () => {
  fc.assert(
    fc.property(instrumentSources, (sources) => {
      const one = assembleDefinition(sources);

      expect(isUnchanged(diffVersions(one, assembleDefinition(structuredClone(sources))))).toBe(true);
    }),
    { numRuns },
  );
  expect(isUnchanged(diffVersions(shipped, structuredClone(shipped)))).toBe(true);
});

test('two versions differ exactly when they are stored as different content', () => {
  fc.assert(
    fc.property(releases, (list) => {
      for (const [index, { definition }] of list.entries()) {
        const before = list[index - 1]?.definition ?? definition;
        const isSame = canonicalJson(before) === canonicalJson(definition);

        expect(isUnchanged(diffVersions(before, definition))).toBe(isSame);
      }
    }),
    { numRuns },
  );
});

test('the items that have not moved stand in the same order in both', () => {
  fc.assert(
    fc.property(releases, ([first, second]) => {
      fc.pre(first !== undefined && second !== undefined);
      const { items } = diffVersions(first.definition, second.definition);
      const astray = items.filter(({ kinds }) =>
        ['added', 'removed', 'moved'].some((kind) => kinds.includes(kind as 'moved')),
      );
      const rest = (definition: Definition) =>
        codesOf(definition).filter((code) => !astray.some((item) => item.code === code));

      expect(rest(second.definition)).toEqual(rest(first.definition));
    }),
    { numRuns },
  );
});

test('a map has every item of both versions and no other', () => {
  fc.assert(
    fc.property(releases, (list) => {
      for (const [index, { definition, map }] of list.entries()) {
        if (index === 0) continue;
        const codes = new Set([...codesOf(list[index - 1]?.definition), ...codesOf(definition)]);

        expect(new Set(map.keys())).toEqual(codes);
      }
    }),
    { numRuns },
  );
});

test('it does not matter which maps are put together first', () => {
  fc.assert(
    fc.property(releases, ([, one, two, three]) => {
      fc.pre(one !== undefined && two !== undefined && three !== undefined);
      const whole = composeItemMaps([one.map, two.map, three.map]);
      const left = composeItemMaps([composeItemMaps([one.map, two.map]), three.map]);
      const right = composeItemMaps([one.map, composeItemMaps([two.map, three.map])]);

      expect(asRecord(left)).toEqual(asRecord(whole));
      expect(asRecord(right)).toEqual(asRecord(whole));
    }),
    { numRuns },
  );
});

test('an item that is comparable over several versions is comparable from each to the next', () => {
  fc.assert(
    fc.property(releases, (list) => {
      const maps = list.slice(1).map(({ map }) => map);
      const whole = composeItemMaps(maps);
      const isEverywhere = (code: string) => maps.every((map) => isComparable(map.get(code)));

      for (const [code, relation] of whole) expect(isComparable(relation)).toBe(isEverywhere(code));
    }),
    { numRuns },
  );
});
