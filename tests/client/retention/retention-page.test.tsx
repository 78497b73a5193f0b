import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { messages as english } from '#client/src/features/retention/locales/en.po';
import { messages as swedish } from '#client/src/features/retention/locales/sv.po';
import { RetentionPage } from '#client/src/features/retention/retention-page.tsx';
import { contentFolder } from '#server/folders.ts';
import { loadRetentionSchedule } from '#server/platform/content/load-retention.ts';
import type { RetentionSchedule } from '#shared/domain/retention/retention-schedule.ts';
import { show, speak } from '../ui/show.tsx';

const shipped = await loadRetentionSchedule(contentFolder);
beforeEach(() => i18n.load({ sv: swedish, en: english }));

function open(changes: Partial<RetentionSchedule> = {}): void {
  speak('sv');
  show(<RetentionPage schedule={{ ...shipped, ...changes }} hrefs={{ privacy: '/vem-ser-svaren' }} />);
}
const rowOf = (name: string) => within(screen.getByRole('heading', { name, level: 3 }).closest('li') as HTMLElement);

test('names every class of the schedule, and says of each what happens', () => {
  open();

  for (const rule of shipped.rules) {
    expect(rowOf(rule.name.sv).getByText(rule.examples.sv)).toBeDefined();
    expect(rowOf(rule.name.sv).getByText(rule.basis.sv)).toBeDefined();
  }
});

test.each([
  ['Begäran om inloggningskod', 'Raderas 1 dag efter att det gick ut'],
  ['Skickade brev', 'Töms 30 dagar efter att det skickades'],
  ['Vem som svarade', 'Kopplas loss från personen 24 månader efter inlämningen'],
  ['Vem som har tittat på ett företag', 'Raderas 5 år efter att någon tittade'],
  ['Logg', 'Bevaras'],
])('says of %s: %s', (name, happening) => {
  open();

  expect(rowOf(name).getByText(happening)).toBeDefined();
});

test('says that whoever has an account is told before it goes', () => {
  open();

  expect(rowOf('Konton som inte används').getByText('Personen får veta det 30 dagar innan.')).toBeDefined();
});

test('is a proposal until it is decided, and then names the decision', () => {
  open();
  expect(screen.getByText('Ett förslag')).toBeDefined();
});

test('names the decision once there is one', () => {
  open({ standing: 'decided', decision: { reference: 'RS 2027-14', decidedOn: '2027-02-01' } });

  expect(screen.getByText('Beslutat 1 februari 2027, RS 2027-14.')).toBeDefined();
  expect(screen.queryByText('Ett förslag')).toBeNull();
});
