import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { ResponseTrust } from '#client/src/features/firm/trust.tsx';
import type { FirmAccess } from '#shared/contracts/firms.ts';
import { firmIdSchema } from '#shared/contracts/identifiers.ts';
import { show } from '../ui/show.tsx';
import { accessOf, consentOf, firmId, speakOfFirms } from './firm-fixture.ts';

const hrefs = { access: (id: string) => `/foretag/${id}/vem-ser-oss`, claim: '/spara' };
const open = (response: { firmId: string | null; isSimulated: boolean }, access: FirmAccess | null, isOwner = true) => {
  const parsed = response.firmId === null ? null : firmIdSchema.parse(response.firmId);
  show(<ResponseTrust response={{ ...response, firmId: parsed }} access={access} isOwner={isOwner} hrefs={hrefs} />);
  return within(screen.getByRole('region', { name: 'Vem som kan se detta' }));
};

beforeEach(speakOfFirms);

test('a result without an account is seen with the key alone, and can be saved', () => {
  const strip = open({ firmId: null, isSimulated: false }, null);

  expect(
    strip.getByText('Bara ni med nyckeln i webbläsaren ser det här, och de som ni har gett en länk.'),
  ).toBeTruthy();
  expect(strip.getByRole('link', { name: 'Spara under er e-post' }).getAttribute('href')).toBe('/spara');
});

test('an example says what it is, and is not saved', () => {
  const strip = open({ firmId: null, isSimulated: true }, null);

  expect(strip.getByText(/Exemplet är ett simulerat företag/)).toBeTruthy();
  expect(strip.queryByRole('link')).toBeNull();
});

test('a result of a firm names who sees it and leads to where that is changed', () => {
  const strip = open({ firmId, isSimulated: false }, accessOf({ consents: [consentOf()] }));

  expect(strip.getByText('Paper Province ser era resultat sedan 3 maj 2026.')).toBeTruthy();
  expect(strip.getByRole('link', { name: 'Ändra vem som ser oss' }).getAttribute('href')).toBe(
    `/foretag/${firmId}/vem-ser-oss`,
  );
});

test('whoever a link shows a result is named, beside those who are let in and where nobody is', () => {
  const alone = open(
    { firmId, isSimulated: false },
    accessOf({ sharedWith: ['Berit Bank', 'Berit Bank', 'Kim Kund'] }),
  );
  expect(
    alone.getByText(
      'Ingen leverantör ser era resultat. Genom en länk från er visas ett resultat för Berit Bank och Kim Kund.',
    ),
  ).toBeTruthy();
  expect(alone.queryByText(/Ingen utanför/)).toBeNull();
});

test('claims nothing when it could not be found out who sees the result', () => {
  const strip = open({ firmId, isSimulated: false }, null, false);

  expect(strip.getByText('Vem som ser detta gick inte att hämta just nu.')).toBeTruthy();
  expect(strip.queryByText(/Ingen utanför/)).toBeNull();
});
