import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ConsentState,
  consentPurposes,
  fallsWithConsent,
  isConsented,
  regionsReceiver,
  standingPurposes,
} from '#shared/domain/access/consent.ts';

const given = (changes: Partial<ConsentState> = {}): ConsentState => ({
  purpose: 'result',
  receiver: 'paper-province',
  withdrawnAt: null,
  ...changes,
});

test.each<[string, boolean, ConsentState[]]>([
  ['one that stands', true, [given()]],
  ['none', false, []],
  ['one that was withdrawn', false, [given({ withdrawnAt: '2026-11-02T08:00:00.000Z' })]],
  ['one for another purpose', false, [given({ purpose: 'contact' })]],
  ['one to another provider', false, [given({ receiver: 'compare' })]],
  ['one to the regions', false, [given({ receiver: regionsReceiver })]],
  ['one given again after it was withdrawn', true, [given({ withdrawnAt: '2026-11-02T08:00:00.000Z' }), given()]],
])('a provider sees the results with %s: %s', (_name, isAllowed, consents) => {
  expect(isConsented(consents, 'result', 'paper-province')).toBe(isAllowed);
});

test('purposes stand by themselves, except the one that comes with a request', () => {
  expect(consentPurposes.filter((purpose) => !standingPurposes.some((one) => one === purpose))).toEqual(['contact']);
});

const anyConsent = fc.record({
  purpose: fc.constantFrom(...consentPurposes),
  receiver: fc.constantFrom('paper-province', 'compare', regionsReceiver),
  withdrawnAt: fc.option(fc.constant('2026-11-02T08:00:00.000Z')),
});

test('nobody may more once everything is withdrawn', () => {
  fc.assert(
    fc.property(fc.array(anyConsent), anyConsent, (consents, { purpose, receiver }) => {
      const withdrawn = consents.map((consent) => ({ ...consent, withdrawnAt: '2026-11-03T08:00:00.000Z' }));
      expect(isConsented(withdrawn, purpose, receiver)).toBe(false);
    }),
  );
});

test('withdrawing one consent opens nothing', () => {
  fc.assert(
    fc.property(fc.array(anyConsent), fc.nat(), anyConsent, (consents, which, { purpose, receiver }) => {
      const fewer = consents.filter((_consent, index) => index !== which);
      if (isConsented(fewer, purpose, receiver)) expect(isConsented(consents, purpose, receiver)).toBe(true);
    }),
  );
});

const contact = given({ purpose: 'contact' });
const cohort = given({ purpose: 'cohort' });
const statistics = given({ purpose: 'statistics', receiver: regionsReceiver });
test.each([
  ['the last of all', 'places-and-meetings', given(), []],
  ['the last, beside the statistics', 'places-and-meetings', contact, [statistics]],
  ['one beside another that was withdrawn', 'places-and-meetings', contact, [given({ withdrawnAt: '2026-11-02' })]],
  ['one beside another to somebody else', 'places-and-meetings', contact, [given({ receiver: 'compare' })]],
  ['the last but for being named', 'meetings', given(), [cohort]],
  ['one of two requests', 'nothing', contact, [contact]],
  ['being named, beside the results', 'nothing', cohort, [given()]],
  ['the statistics', 'nothing', statistics, []],
])('what falls with %s: %s', (_, falls, asked, others) => {
  expect(fallsWithConsent(others, asked)).toBe(falls);
});
