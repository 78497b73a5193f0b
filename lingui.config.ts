import { defineConfig } from '@lingui/cli';

/** One catalogue per feature, fetched with the feature, and one for what every page needs. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['sv', 'en'],
  catalogs: [
    {
      path: 'client/src/locales/{locale}/messages',
      include: ['client/src'],
      exclude: ['client/src/features/**'],
    },
    {
      path: 'client/src/features/{name}/locales/{locale}',
      include: ['client/src/features/{name}'],
    },
  ],
});
