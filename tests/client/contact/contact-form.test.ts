import { expect, test } from 'vitest';
import { type ContactForm, readContactForm } from '#client/src/features/contact/contact-form.ts';

const fixed = { packageCode: 'supplier-network', consentWordingVersion: 'contact-1' };
const filled: ContactForm = {
  firmName: 'Smedjan AB',
  contactName: 'Eva Ek',
  email: 'eva@smedjan.se',
  telephone: '026-12 34 56',
  message: 'Ring efter fyra.',
  wishedEditionId: '019a0000-0000-7000-8000-0000000000e1',
  hasConsented: true,
};

const faultsOf = (changes: Partial<ContactForm>) => {
  const read = readContactForm({ ...filled, ...changes }, fixed);
  return read.ok ? [] : read.fields;
};

test('reads what was typed into the request of the contract', () => {
  expect(readContactForm({ ...filled, email: ' eva@smedjan.se ', firmName: ' Smedjan AB ' }, fixed)).toEqual({
    ok: true,
    request: { ...filled, ...fixed },
  });
});

test('leaves out what was left empty', () => {
  const read = readContactForm({ ...filled, telephone: '  ', message: '', wishedEditionId: '' }, fixed);

  expect(read.ok && Object.keys(read.request)).not.toContain('telephone');
  expect(read.ok && Object.keys(read.request)).not.toContain('message');
  expect(read.ok && Object.keys(read.request)).not.toContain('wishedEditionId');
});

test.each<[string, Partial<ContactForm>, string]>([
  ['a firm without a name', { firmName: '  ' }, 'firmName'],
  ['nobody to ask for', { contactName: '' }, 'contactName'],
  ['an address that is none', { email: 'eva@' }, 'email'],
  ['a telephone number of letters', { telephone: 'ring mig' }, 'telephone'],
  ['too long a message', { message: 'a'.repeat(1001) }, 'message'],
  ['no consent', { hasConsented: false }, 'hasConsented'],
])('refuses %s', (_name, changes, field) => {
  expect(faultsOf(changes)).toEqual([field]);
});
