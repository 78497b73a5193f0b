import { readFileSync } from 'node:fs';
import path from 'node:path';
import { i18n } from '@lingui/core';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { messages as swedish } from '#client/src/features/information/locales/sv.po';
import { MethodPage } from '#client/src/features/information/method-page.tsx';
import { show } from '../ui/show.tsx';

const content = path.resolve(import.meta.dirname, '../../../shared/content');
const read = (file: string): unknown => parse(readFileSync(path.join(content, file), 'utf8'));

beforeEach(() => i18n.load('sv', swedish));

const scoring = {
  minimumShareAnswered: 0.75,
  bands: [
    { code: 'low', from: 0, name: { sv: 'I början', en: 'At the start' } },
    { code: 'high', from: 2.5, name: { sv: 'Långt komna', en: 'Well advanced' } },
  ],
};

test('states the limits of the version in use', () => {
  show(<MethodPage packagesHref="/paket" releasesHref="/siffror" scoring={scoring} />);

  const bands = screen.getByRole('table', { name: 'Nivåbanden' });
  expect(within(bands).getByRole('row', { name: 'Långt komna 2,5' })).toBeTruthy();
  expect(document.body.textContent).toMatch(/Färre än 75\s%/);
});

test('says the rest also while the limits are not known', () => {
  show(<MethodPage packagesHref="/paket" releasesHref="/siffror" scoring={undefined} />);

  expect(screen.queryByRole('table', { name: 'Nivåbanden' })).toBeNull();
  expect(screen.getByRole('heading', { level: 1 })).toBeTruthy();
});

test('states how many rules look at several areas', () => {
  const { rules } = read('routing-rules.yaml') as { rules: { id: string }[] };

  show(<MethodPage packagesHref="/paket" releasesHref="/siffror" scoring={undefined} />);

  expect(rules.filter(({ id }) => id.startsWith('X-')).length).toBe(15);
  expect(document.body.textContent).toContain('Femton regler');
});
