import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { responseId } from '../submitted-response.ts';
import { firmId, organisationId } from './advising-fixture.ts';
import { FakeAdvisingSite } from './fake-advising-site.ts';
import { openAdvising } from './open-advising.tsx';

const open = (site?: FakeAdvisingSite) => openAdvising(paths.sharedReports(organisationId, firmId, responseId), site);

test('the page names the firm, and says what is left out and that the firm is told', async () => {
  await open();

  expect(screen.getByRole('heading', { level: 1, name: 'Resultatet för Smedjan AB som filer' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Tillbaka till Smedjan AB' })).toBeTruthy();
  expect(screen.getByText(/Företaget ser på sin sida ”Vem ser oss” vilka filer som tas, av vem och när/)).toBeTruthy();
  expect(screen.getByText(/Jämförelsen med andra, företagets egna mål, .* är inte med/)).toBeTruthy();
  expect(screen.getByText(/Målen i filerna är de föreslagna/)).toBeTruthy();
  expect(screen.queryByText(/styrelsen/)).toBeNull();
});

test('the title of the window says what it is, and keeps the name of the firm out', async () => {
  await open();

  expect(document.title).toBe('Ett företags resultat som filer – Måttstock');
});

test.each(['withdraw', 'withdrawResults'] as const)('no file is offered after the firm does %s', async (act) => {
  const site = new FakeAdvisingSite();
  site[act]();
  await open(site);

  expect(screen.getByRole('heading', { level: 1, name: 'Företaget delar inte det här med er' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /PDF/ })).toBeNull();
});
