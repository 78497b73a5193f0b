import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { routePatterns } from '#client/src/app/paths.ts';
import * as collaboration from '#client/src/app/routes/collaboration-route.tsx';
import * as gaps from '#client/src/app/routes/gaps-route.tsx';
import * as newEffect from '#client/src/app/routes/new-effect-route.tsx';
import * as newRelease from '#client/src/app/routes/new-release-route.tsx';
import * as published from '#client/src/app/routes/published-release-route.tsx';
import * as publishedList from '#client/src/app/routes/published-releases-route.tsx';
import * as region from '#client/src/app/routes/region-route.tsx';
import * as release from '#client/src/app/routes/release-route.tsx';
import { messages as coverageWords } from '#client/src/features/coverage/locales/sv.po';
import { messages as regionWords } from '#client/src/features/region/locales/sv.po';
import { messages as words } from '#client/src/features/releases/locales/sv.po';
import { messages as strategyWords } from '#client/src/features/strategy/locales/sv.po';
import { speak } from '../ui/show.tsx';

const routes: RouteObject[] = [
  { path: routePatterns.region, ...region },
  { path: routePatterns.newRelease, ...newRelease },
  { path: routePatterns.newEffect, ...newEffect },
  { path: routePatterns.release, ...release },
  { path: routePatterns.publishedReleases, ...publishedList },
  { path: routePatterns.publishedRelease, ...published },
  { path: routePatterns.gaps, ...gaps },
  { path: routePatterns.collaboration, ...collaboration },
];

/** Chooses a month by its name and its year, as `2026-05`. */
export async function chooseMonth(label: string, month: string) {
  const group = within(screen.getByRole('group', { name: label }));
  await userEvent.selectOptions(group.getByLabelText('År'), month.slice(0, 4));
  await userEvent.selectOptions(group.getByLabelText('Månad'), month);
}

/** The month that is chosen. */
export const chosenMonth = (label: string): string =>
  within(screen.getByRole('group', { name: label })).getByLabelText<HTMLSelectElement>(/^Månad/).value;

/** The pages about releases in front of what the endpoints answer. */
export async function openReleases(address: string) {
  i18n.load('sv', { ...regionWords, ...coverageWords, ...strategyWords, ...words });
  speak('sv');
  const router = createMemoryRouter([{ HydrateFallback: () => null, children: routes }], { initialEntries: [address] });
  const shown = render(
    <I18nProvider i18n={i18n}>
      <RouterProvider router={router} />
    </I18nProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
  return { ...shown, router };
}
