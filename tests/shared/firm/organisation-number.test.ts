import { expect, test } from 'vitest';
import { checkOrganisationNumber, formatOrganisationNumber } from '#shared/domain/firm/organisation-number.ts';

// 556036-0793: 5*2=10->1, 5, 6*2=12->3, 0, 3*2=6, 6, 0, 7, 9*2=18->9, 3; sum 1+5+3+0+6+6+0+7+9+3 = 40, divisible by 10.
test.each(['5560360793', '556036-0793', '16556036-0793', 'SE556036079301', ' 556036 0793 '])('%s is read', (text) => {
  expect(checkOrganisationNumber(text)).toEqual({
    ok: true,
    organisationNumber: '5560360793',
    legalGroup: 'limited-company',
  });
});

test.each([
  ['5560360794', 'wrong-check-digit'],
  ['556036-079', 'not-ten-digits'],
  ['55603607933', 'not-ten-digits'],
  ['abc', 'not-ten-digits'],
  ['', 'not-ten-digits'],
  // A birth date has a month, so its third digit is 0 or 1.
  ['811228-9874', 'personal-number'],
  ['19811228-9874', 'personal-number'],
  // 3*2=6, 2, 2*2=4, 1, 0, 0, 0, 0, 0, 7: sum 6+2+4+1+7 = 20; no legal form begins with 3.
  ['3221000007', 'unknown-legal-group'],
])('%s is refused as %s', (text, code) => {
  expect(checkOrganisationNumber(text)).toEqual({ ok: false, code });
});

test('is shown with its hyphen', () => {
  expect(formatOrganisationNumber('5560360793')).toBe('556036-0793');
});
