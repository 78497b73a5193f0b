import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { checkDefinition } from '#shared/domain/instrument/check-definition.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import { definitionSchema } from '#shared/domain/instrument/definition.ts';
import { draftSchema } from '#shared/domain/instrument/draft/draft.ts';
import type { InstrumentSources } from '#shared/domain/instrument/source.ts';
import { instrumentSourcesSchema } from '#shared/domain/instrument/source.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import { instrumentSources } from './arbitrary-instrument.ts';
import { shipped } from './shipped-instrument.ts';
import { both, draftOf, itemSource, smallSources } from './small-sources.ts';

const numRuns = 100;

/** Out as an export writes it and in as an import reads it (server/features/editing/exchange-yaml.ts). */
function throughYaml(sources: InstrumentSources): unknown {
  const written = stringify(draftOf(sources), { lineWidth: 110, aliasDuplicateObjects: false });
  return draftSchema.parse(parse(written, { maxAliasCount: 0 })).sources;
}

describe('an arbitrary instrument', () => {
  test('is valid and keeps to its schemas', () => {
    fc.assert(
      fc.property(instrumentSources, (sources) => {
        const definition = assembleDefinition(sources);

        expect(instrumentSourcesSchema.parse(sources)).toEqual(sources);
        expect(definitionSchema.parse(definition)).toEqual(definition);
        expect(checkDefinition(definition)).toEqual([]);
      }),
      { numRuns },
    );
  });
});

describe('the sources of a definition', () => {
  test('give the same definition again', () => {
    fc.assert(
      fc.property(instrumentSources, (sources) => {
        const definition = assembleDefinition(sources);

        expect(assembleDefinition(sourcesOf(definition))).toEqual(definition);
      }),
      { numRuns },
    );
  });

  test('are themselves sources that can be stored', () => {
    fc.assert(
      fc.property(instrumentSources, (sources) => {
        const found = sourcesOf(assembleDefinition(sources));

        expect(instrumentSourcesSchema.parse(found)).toEqual(found);
        expect(sourcesOf(assembleDefinition(found))).toEqual(found);
      }),
      { numRuns },
    );
  });

  test('come through YAML unharmed, whatever their words', () => {
    fc.assert(
      fc.property(instrumentSources, (sources) => {
        const found = sourcesOf(assembleDefinition(sources));

        expect(throughYaml(found)).toEqual(found);
      }),
      { numRuns },
    );
  });

  test('of the shipped instrument give it again, also through YAML', () => {
    const found = sourcesOf(shipped);

    expect(shipped.structure.items.filter(({ purpose }) => purpose === 'score')).toHaveLength(106);
    expect(canonicalJson(assembleDefinition(found))).toBe(canonicalJson(shipped));
    expect(throughYaml(found)).toEqual(found);
  });

  test('are written as people write them: what is usual is left out', () => {
    const found = sourcesOf(assembleDefinition(smallSources));

    expect(itemSource(found, 'D1.1')).toEqual(itemSource(smallSources, 'D1.1'));
    expect(itemSource(found, 'D1.2')).toMatchObject({ weight: 2, help: both('help') });
    expect(found).toEqual(smallSources);
  });
});

describe('words that no version uses', () => {
  const { instrument, dimensions } = smallSources;
  const unused = both('unused');
  const band = { meaning: unused, next: unused };
  const stages = [1, 2].map(() => ({ name: unused, meaning: unused }));
  const withUnused: InstrumentSources = {
    ...smallSources,
    instrument: {
      ...instrument,
      scale: { ...instrument.scale, bands: { ...instrument.scale.bands, gone: unused } },
      stagedLevels: { gone: stages },
    },
    dimensions: dimensions.map((dimension) => ({ ...dimension, bands: { ...dimension.bands, gone: band } })),
  };

  test('of bands and stages that the scoring does not have stay out of the definition', () => {
    expect(assembleDefinition(withUnused)).toEqual(assembleDefinition(smallSources));
  });
});
