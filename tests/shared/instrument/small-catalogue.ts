import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { catalogueSchema } from '#shared/domain/routing/catalogue.ts';
import { componentCodes } from '#shared/domain/routing/ranking.ts';
import { both } from './small-sources.ts';

/* Catalogues for the small instrument. */

/** Routing that names nothing of the instrument, and offers nothing. */
export const noRules = catalogueSchema.parse({
  version: 'test',
  priorities: [],
  steps: [],
  providers: [],
  branchProviders: [],
  packages: [],
  attachments: [],
  notices: [],
  declaredGaps: [],
  rules: [],
  ranking: {
    target: { default: 3, ambitious: 4, fromImportance: 3 },
    unansweredImportance: 2,
    wishFactors: {},
    unansweredWishFactor: 1,
    ownPriority: { wishes: ['yes'], importanceAtLeast: 3 },
    secondNeedShare: 0.25,
    minimumNeed: 1,
    maximumSuggestions: 3,
    wideRange: 1,
    firstProviderValue: 1,
    followingProviderValue: 0.5,
    greenTag: 'green',
    crossActorTag: 'cross-actor',
    localContactTypes: ['science-park'],
    weights: Object.fromEntries(componentCodes.map((code) => [code, 1])),
  },
  texts: {},
});

type When = Catalogue['rules'][number]['when'];

const rule = (id: string, when: When): Catalogue['rules'][number] => ({
  id,
  name: both(id),
  when,
  effects: [{ effect: 'one-theme' }],
  why: both('why'),
  source: 'test',
});

/** Rules that rest on an item, on areas and their bands, and on a wish; every need is a gap that is declared. */
export const smallCatalogue: Catalogue = {
  ...noRules,
  declaredGaps: ['D1', 'PM1'].map((dimension) => ({
    dimension,
    bands: ['low', 'high'],
    text: both('gap'),
    source: 'test',
  })),
  rules: [
    rule('X-1', { item: 'D1.2', atMost: 1 }),
    rule('X-2', {
      any: [
        { everyOf: ['D1', 'PM1'], band: ['low'] },
        { wish: 'PM1', is: ['yes'] },
      ],
    }),
  ],
};
