import './ui/base/fonts.css';
import './ui/base/tokens.css';
import './ui/base/base.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { showFirstLanguage } from './app/language/language.ts';
import { router } from './app/router.tsx';
import { applyTheme, readTheme } from './app/theme/theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id "root".');

applyTheme(readTheme());

showFirstLanguage().then(
  () =>
    createRoot(root).render(
      <StrictMode>
        <I18nProvider i18n={i18n}>
          <RouterProvider router={router} />
        </I18nProvider>
      </StrictMode>,
    ),
  () => {
    // Without a catalogue there are no words to show but these.
    root.textContent = 'Sidan kunde inte hämtas. Ladda om den. · The page could not be fetched. Reload it.';
  },
);
