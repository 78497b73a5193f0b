import { describe, expect, test } from 'vitest';
import { describeRouting } from '#shared/domain/routing/describe-routing.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import { routeOf } from './routing-fixture.ts';
import { catalogue } from './shipped-catalogue.ts';

const texts = { sv: {}, en: {} };
const routing = routeOf({ levels: { D2: 0, D3: 1.4 } });

describe('a routing in words', () => {
  test('names every suggestion, its provider and its steps by the catalogue, with reasons in both languages', () => {
    const { suggestions } = describeRouting(routing, { catalogue, texts });

    expect(suggestions.length).toBeGreaterThan(0);
    for (const { packageCode, packageName, summary, providerCode, providerName, reasons, steps } of suggestions) {
      const chosen = catalogue.packages.find(({ code }) => code === packageCode);
      expect({ name: packageName, summary }).toEqual({ name: chosen?.name, summary: chosen?.summary });
      expect(providerName).toEqual(catalogue.providers.find(({ code }) => code === providerCode)?.name);
      expect(steps.every(({ code, name }) => name.sv !== code)).toBe(true);
      expect(reasons.every(({ sv, en }) => sv !== '' && en !== '' && sv !== en)).toBe(true);
    }
  });

  test('shows the code of what the catalogue lacks, never an empty place', () => {
    const bare = { ...catalogue, packages: [], providers: [], steps: [] };
    const [first] = describeRouting(routing, { catalogue: bare, texts }).suggestions;
    const code = { sv: first?.packageCode, en: first?.packageCode };

    expect(first).toMatchObject({ packageName: code, summary: code, greenStatement: code });
    expect(first?.providerName.sv).toBe(first?.providerCode);
  });
});

test('a name is the one of the code', () => {
  const list = [{ code: 'a', name: { sv: 'Ett', en: 'One' } }];
  expect(nameOf(list, 'a')).toEqual({ sv: 'Ett', en: 'One' });
  expect(nameOf(list, 'b')).toEqual({ sv: 'b', en: 'b' });
});
