import { resolve } from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { offlineShell } from './offline-shell.ts';

const projectRoot = resolve(import.meta.dirname, '..');

/** Messages are written in English in the code; Babel turns them into catalogue look-ups. */
export function linguiMacros() {
  return babel({
    presets: [
      {
        preset: { plugins: ['@lingui/babel-plugin-lingui-macro'] },
        rolldown: { filter: { code: /from ['"]@lingui\/(core|react)\/macro['"]/ } },
      },
    ],
  });
}

/**
 * The first screen always needs the two fonts, and nearly always the Swedish catalogue.
 * Naming them in the page saves one round trip on a slow network.
 */
function preloadFirstScreen(): Plugin {
  return {
    name: 'preload-first-screen',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.values(bundle).flatMap(({ fileName, ...file }): HtmlTagDescriptor[] => {
          if (fileName.endsWith('.woff2')) {
            const attrs = { rel: 'preload', href: `/${fileName}`, as: 'font', type: 'font/woff2', crossorigin: true };
            return [{ tag: 'link', attrs, injectTo: 'head' }];
          }
          if ('facadeModuleId' in file && file.facadeModuleId?.endsWith('/locales/sv/messages.po')) {
            const attrs = { rel: 'modulepreload', href: `/${fileName}`, crossorigin: true };
            return [{ tag: 'link', attrs, injectTo: 'head' }];
          }
          return [];
        }),
    },
  };
}

/** Packages without which no page shows: one file compresses better than six, and stays the same between releases. */
const everyPageNeeds =
  /node_modules[\\/](react|react-dom|scheduler|react-router|use-sync-external-store|cookie|@lingui|zod)[\\/]/;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), linguiMacros(), lingui({ cwd: projectRoot }), preloadFirstScreen(), offlineShell()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The content security policy allows no data: fonts and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'baseline-widely-available',
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: [{ name: 'core', test: everyPageNeeds }] } },
    },
  },
  server: {
    port: 5173,
    // The server compares the host with the page's origin, so the proxy must not change it.
    proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } },
  },
});
