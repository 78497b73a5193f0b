import { describe, expect, test } from 'vitest';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { mergeShipped } from '#shared/domain/routing/drafting/merge-shipped.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import { structure as whole } from '../routing-fixture.ts';
import { help, small, words } from '../small-catalogue.ts';

const structure = {
  ...whole,
  dimensions: whole.dimensions.filter(({ code }) => code === 'D1'),
  items: whole.items.filter(({ code }) => code.startsWith('D1.')),
};
const second: Package = { ...help, code: 'second' };
const base: Catalogue = { ...small, packages: [help, second] };
const withPackages = (...packages: Package[]): Catalogue => ({ ...base, packages });
const merge = (inUse: Catalogue, shipped: Catalogue) => mergeShipped(base, inUse, shipped, structure);

describe('a release', () => {
  test('comes as it is where nothing was edited', () => {
    const shipped = { ...withPackages({ ...help, durationWeeks: 9 }), version: 'next' };
    expect(merge(base, shipped)).toEqual({ catalogue: shipped, heldBack: [], heldBackRules: [] });
  });

  test('does not undo what was edited here, and brings what only it has changed', () => {
    const inUse = withPackages({ ...help, name: { sv: 'vårt', en: 'ours' } }, second);
    const shipped = withPackages({ ...help, durationWeeks: 9 }, { ...second, durationWeeks: 9 });
    const { catalogue, heldBack } = merge(inUse, shipped);
    expect(catalogue.packages).toEqual([
      { ...help, name: { sv: 'vårt', en: 'ours' }, durationWeeks: 9 },
      { ...second, durationWeeks: 9 },
    ]);
    expect(heldBack).toEqual([]);
  });

  test('says which field was held back where both have changed it', () => {
    const inUse = withPackages({ ...help, durationWeeks: 20 }, second);
    const { catalogue, heldBack } = merge(inUse, withPackages({ ...help, durationWeeks: 9, effort: words }, second));
    expect(catalogue.packages[0]).toMatchObject({ durationWeeks: 20 });
    expect(heldBack).toEqual([{ packageCode: 'help', fields: ['durationWeeks'] }]);
  });

  test('keeps what was made here, and what was edited here and is gone from it', () => {
    const made: Package = { ...help, code: 'made-here' };
    const inUse = withPackages({ ...help, durationWeeks: 20 }, second, made);
    const { catalogue, heldBack } = merge(inUse, withPackages(second));
    expect(catalogue.packages.map(({ code }) => code)).toEqual(['second', 'help', 'made-here']);
    expect(heldBack).toEqual([{ packageCode: 'help', fields: [] }]);
  });

  test('takes away what it no longer has and nobody has edited', () => {
    expect(merge(base, withPackages(help)).catalogue.packages).toEqual([help]);
  });

  test('keeps taken out of use what was taken out here', () => {
    const inUse = withPackages(help, { ...second, isOutOfUse: true });
    const { catalogue } = merge(inUse, withPackages(help, { ...second, durationWeeks: 9 }));
    expect(catalogue.packages[1]).toMatchObject({ isOutOfUse: true, durationWeeks: 9 });
  });

  test('leaves a package whole where the two texts would not fit each other', () => {
    const inUse = withPackages({ ...help, format: 'individual', groupSize: null }, second);
    const shipped = withPackages(
      { ...help, supportForms: ['S2'], steps: ['P3.1'], groupSize: { minimum: 3, maximum: 4 } },
      second,
    );
    const { catalogue, heldBack } = merge(inUse, shipped);
    expect(catalogue.packages[0]).toMatchObject({ format: 'individual', groupSize: null });
    expect(heldBack).toMatchObject([{ packageCode: 'help' }]);
  });

  test('keeps the providers that packages here name', () => {
    const [provider] = base.providers;
    const other = { ...(provider ?? base.providers[0]), code: 'other' } as Catalogue['providers'][number];
    const inUse = { ...withPackages({ ...help, providers: ['other'] }, second), providers: [...base.providers, other] };
    expect(merge(inUse, base).catalogue.providers.map(({ code }) => code)).toContain('other');
  });
});
