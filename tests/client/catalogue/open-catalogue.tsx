import { i18n } from '@lingui/core';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, vi } from 'vitest';
import { paths, routePatterns } from '#client/src/app/paths.ts';
import * as list from '#client/src/app/routes/edited-packages-route.tsx';
import * as rules from '#client/src/app/routes/edited-rules-route.tsx';
import * as draft from '#client/src/app/routes/package-draft-route.tsx';
import * as history from '#client/src/app/routes/package-history-route.tsx';
import { messages } from '#client/src/features/catalogue/locales/sv.po';
import { draftOf } from '#shared/domain/routing/drafting/package-draft.ts';
import { openRoutes } from '../app/open-routes.tsx';
import { speak } from '../ui/show.tsx';
import { FakeCatalogueSite, inUse } from './fake-catalogue-site.ts';

afterEach(() => vi.unstubAllGlobals());

const routes = [
  { path: routePatterns.editedPackages, ...list },
  { path: routePatterns.packageDraft, ...draft },
  { path: routePatterns.packageHistory, ...history },
  { path: routePatterns.editedRules, ...rules },
  { path: routePatterns.packagePreview, element: <h1>Förhandsvisning</h1> },
];

/** The pages on which packages are edited, with the routes of the product in front of the fake site. */
export async function openCatalogue(address: string, site = new FakeCatalogueSite()) {
  i18n.load('sv', messages);
  speak('sv');
  const router = await openRoutes(routes, address);
  return { site, router };
}

/** A draft that changes the package in use. */
export function openDraft(site = new FakeCatalogueSite()) {
  if (site.drafts.size === 0) site.addDraft(draftOf(inUse), inUse);
  return openCatalogue(paths.packageDraft(site.draft.packageDraftId), site);
}

export const field = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
export const button = (name: string) => screen.getByRole('button', { name });
export const press = (name: string) => userEvent.click(button(name));

/** Puts words into a field in place of what stood there. */
export async function write(name: string, words: string): Promise<void> {
  await userEvent.clear(field(name));
  if (words !== '') await userEvent.paste(words);
}
