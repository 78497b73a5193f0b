import { i18n } from '@lingui/core';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, vi } from 'vitest';
import { paths, routePatterns } from '#client/src/app/paths.ts';
import * as draftDifference from '#client/src/app/routes/draft-difference-route.tsx';
import * as draftFrame from '#client/src/app/routes/draft-frame-route.tsx';
import * as draftItem from '#client/src/app/routes/draft-item-route.tsx';
import * as draftPreview from '#client/src/app/routes/draft-preview-route.tsx';
import * as draft from '#client/src/app/routes/draft-route.tsx';
import * as draftRules from '#client/src/app/routes/draft-rules-route.tsx';
import * as draftSection from '#client/src/app/routes/draft-section-route.tsx';
import * as editor from '#client/src/app/routes/editor-route.tsx';
import * as version from '#client/src/app/routes/version-route.tsx';
import { messages as answeringSwedish } from '#client/src/features/answering/locales/sv.po';
import { messages as english } from '#client/src/features/editing/locales/en.po';
import { messages as swedish } from '#client/src/features/editing/locales/sv.po';
import type { Language } from '#shared/domain/language.ts';
import { openRoutes } from '../app/open-routes.tsx';
import { speak } from '../ui/show.tsx';
import { FakeEditorSite } from './fake-editor-site.ts';

afterEach(() => vi.unstubAllGlobals());

const routes = [
  { path: routePatterns.editor, ...editor },
  { path: routePatterns.version, ...version },
  {
    path: routePatterns.draft,
    ...draftFrame,
    children: [
      { index: true as const, ...draft },
      { path: routePatterns.draftSection, ...draftSection },
      { path: routePatterns.draftNewItem, ...draftItem },
      { path: routePatterns.draftItem, ...draftItem },
      { path: routePatterns.draftRules, ...draftRules },
      { path: routePatterns.draftDifference, ...draftDifference },
      { path: routePatterns.draftPreview, ...draftPreview },
    ],
  },
  { path: routePatterns.signIn, element: <h1>Inloggning</h1> },
  { path: routePatterns.secondFactor, element: <h1>Ett steg till</h1> },
];

/** The editor's pages at an address, with the routes of the product in front of the fake site. */
export async function openEditor(address: string, site: FakeEditorSite, language: Language = 'sv') {
  i18n.load({ sv: { ...swedish, ...answeringSwedish }, en: english });
  speak(language);
  const router = await openRoutes(routes, address);
  return { site, router };
}

/** A page of the one draft of the site. */
export function openDraft(
  pathOf: (draftId: string) => string = paths.draft,
  site: FakeEditorSite = FakeEditorSite.withDraft(),
  language: Language = 'sv',
) {
  return openEditor(pathOf(site.draft.draftId), site, language);
}

export function openItem(code: string, site?: FakeEditorSite, language?: Language) {
  return openDraft((draftId) => paths.draftItem(draftId, code.split('.')[0] ?? '', code), site, language);
}

export const field = (name: string | RegExp) => screen.getByRole('textbox', { name });
export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const press = (name: string | RegExp) => userEvent.click(button(name));

/** Puts words into a field in one stroke, in place of what stood there. */
export async function write(name: string | RegExp, words: string): Promise<void> {
  await userEvent.clear(field(name));
  if (words !== '') await userEvent.paste(words);
}

export const saved = () => screen.findByText('Sparat i utkastet');
export const typedIn = (name: string | RegExp) => (field(name) as HTMLInputElement).value;

/** What hangs on a field: its hint and its error, in words. */
export function wordsAt(name: string | RegExp): string {
  const ids = (field(name).getAttribute('aria-describedby') ?? '').split(' ');
  return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
}
