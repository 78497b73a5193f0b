import { expect, test } from 'vitest';
import { readDetails } from '#client/src/features/firm/read-details.ts';

test.each([
  [
    { name: ' Smedjan AB ', organisationNumber: '556036-0793' },
    { ok: true, details: { name: 'Smedjan AB', organisationNumber: '5560360793' } },
  ],
  [
    { name: 'Smedjan AB', organisationNumber: '  ' },
    { ok: true, details: { name: 'Smedjan AB', organisationNumber: null } },
  ],
  [
    { name: '  ', organisationNumber: '5560360794' },
    { ok: false, faults: { name: 'missing', organisationNumber: 'wrong-check-digit' } },
  ],
  [{ name: 'x'.repeat(120), organisationNumber: '' }, expect.objectContaining({ ok: true })],
  [
    { name: 'x'.repeat(121), organisationNumber: '' },
    { ok: false, faults: { name: 'too-long' } },
  ],
])('reads %j', (form, read) => {
  expect(readDetails(form)).toEqual(read);
});
