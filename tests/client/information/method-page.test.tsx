import { readFileSync } from 'node:fs';
import path from 'node:path';
import { i18n } from '@lingui/core';
import { beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { messages as swedish } from '#client/src/features/information/locales/sv.po';
import { MethodPage } from '#client/src/features/information/method-page.tsx';
import { formatNumber, formatShare } from '#client/src/lib/format.ts';
import { show } from '../ui/show.tsx';

const content = path.resolve(import.meta.dirname, '../../../shared/content');
const read = (file: string): unknown => parse(readFileSync(path.join(content, file), 'utf8'));

beforeEach(() => i18n.load('sv', swedish));

test('states the limits that the questionnaire carries', () => {
  const { scoring } = read('instruments/mattstock/instrument.yaml') as {
    scoring: { minimumShareAnswered: number; bands: { from: number }[] };
  };

  show(<MethodPage packagesHref="/paket" />);

  const text = document.body.textContent ?? '';
  for (const { from } of scoring.bands.slice(1)) expect(text).toContain(`från ${formatNumber(from, 'sv', 1)} ”`);
  expect(text).toContain(`${formatShare(scoring.minimumShareAnswered, 'sv').replace(/\D+$/, '')} procent`);
});

test('states how many rules look at several areas', () => {
  const { rules } = read('routing-rules.yaml') as { rules: { id: string }[] };

  show(<MethodPage packagesHref="/paket" />);

  expect(rules.filter(({ id }) => id.startsWith('X-')).length).toBe(15);
  expect(document.body.textContent).toContain('Femton regler');
});
