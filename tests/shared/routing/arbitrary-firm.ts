import fc from 'fast-check';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { branches, chainRoles, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import type { KnownEdition, RoutingContext } from '#shared/domain/routing/routing-context.ts';
import { answer, answersOf } from '../../support/small-instrument.ts';
import type { Importance, Wish } from './routing-fixture.ts';
import { choicesOf, dimensionNames, starredItems } from './routing-fixture.ts';
import { catalogue } from './shipped-catalogue.ts';

const marks = fc.constantFrom<number | '?' | '-'>(0, 1, 2, 3, 4, 0, 1, 2, 3, 4, '?', '-');
const usages = fc.constantFrom('none', 'small', 'some', 'large');
const usage = (choice: string) => answer({ state: 'choice', choice });

const answered: fc.Arbitrary<Answers> = fc
  .record({
    marks: fc.dictionary(fc.constantFrom(...starredItems), marks, { maxKeys: starredItems.length, size: 'max' }),
    importance: fc.dictionary(fc.constantFrom(...dimensionNames), fc.constantFrom<Importance>(0, 1, 2, 3, 4)),
    wish: fc.dictionary(fc.constantFrom(...dimensionNames), fc.constantFrom<Wish>('no', 'later', 'yes')),
    administration: usages,
    development: usages,
  })
  .map(({ marks: given, importance, wish, administration, development }) => ({
    ...answersOf(given),
    ...choicesOf(importance, wish),
    'IB.administration': usage(administration),
    'IB.business-development': usage(development),
  }));

export const places = fc.constantFrom('1785', '1780', '2080', '2184', 'outside');
const profiles: fc.Arbitrary<FirmProfile> = fc.record(
  {
    municipality: places,
    branch: fc.constantFrom(...branches),
    sizeClass: fc.constantFrom(...sizeClasses),
    chainRole: fc.constantFrom(...chainRoles),
    womenPercent: fc.integer({ min: 0, max: 100 }),
    largestCustomerPercent: fc.integer({ min: 0, max: 100 }),
    ownershipChangePlanned: fc.boolean(),
    headquartersOutsideRegion: fc.boolean(),
    hasUsedTestBed: fc.boolean(),
  },
  { requiredKeys: ['municipality', 'branch', 'sizeClass', 'chainRole'] },
);

const packageCodes = catalogue.packages.map(({ code }) => code);
const days = fc
  .subarray(['2026-09-01', '2026-09-02', '2026-09-03'])
  .map((dates) => dates.map((heldOn) => ({ heldOn, startsAt: '09:00', endsAt: '12:00' })));
const editions: fc.Arbitrary<KnownEdition[]> = fc.array(
  fc.record({
    packageCode: fc.constantFrom(...packageCodes),
    standing: fc.constantFrom('open', 'full', 'closed'),
    startsOn: fc.constantFrom('2026-09-01', '2026-10-01'),
    days,
  }),
  { maxLength: 12 },
);
const contexts: fc.Arbitrary<RoutingContext> = fc.record({
  sharedNeeds: fc.option(fc.record({ firms: fc.constant(5), dimensions: fc.subarray([...dimensionNames]) })),
  editions: fc.option(editions),
  takenPackages: fc.option(fc.subarray(packageCodes, { maxLength: 4 })),
  packagesUnderWay: fc.option(fc.subarray(packageCodes, { maxLength: 2 })),
  ownEditions: fc.option(
    fc.array(fc.record({ packageCode: fc.constantFrom(...packageCodes), days }), { maxLength: 2 }),
  ),
});

export type Firm = { readonly answers: Answers; readonly profile: FirmProfile; readonly context: RoutingContext };
/** Any answers, *vet ej* and *ej relevant* among them, of any kind of firm. */
export const firms: fc.Arbitrary<Firm> = fc.record({ answers: answered, profile: profiles, context: contexts });
