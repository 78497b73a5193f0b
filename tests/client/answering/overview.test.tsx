import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { fakeSite } from './fake-site.ts';
import { newSite, openAnswering } from './open-answering.tsx';
import { quickForm } from './quick-form.ts';

vi.mock('idb-keyval', () => import('./fake-idb.ts'));

/** The first screen gives no points. */
const wishFirst = () =>
  fakeSite((language) => {
    const form = quickForm(language);
    const forms = form.structure.forms.map((each) => ({
      ...each,
      sections: each.sections.map((section) => ({ ...section, steps: section.steps.toReversed() })),
    }));
    return { ...form, structure: { ...form.structure, forms } };
  });
const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');

test('where nothing is answered the way on begins with the first screen, also when it gives no points', async () => {
  await openAnswering('overview', wishFirst());

  expect(hrefOf('Till första frågan')).toBe('/items/1');
  expect(hrefOf('Digitala arbetssätt')).toBe('/items/1');
});

test('where something is answered it goes on with the first question without an answer', async () => {
  const site = newSite();
  site.answerElsewhere('D1.1', { value: { state: 'level', level: 2 }, comment: '' });
  await openAnswering('overview', site);

  expect(hrefOf('Fortsätt med nästa fråga')).toBe('/items/2');
  expect(hrefOf('Digitala arbetssätt')).toBe('/items/2');
});
