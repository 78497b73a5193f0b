import path from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { linguiMacros } from '../client/vite.config.ts';

const root = path.resolve(import.meta.dirname, '..');

/** What the client's build does to its sources, done to them under test. */
const clientPlugins = [react(), linguiMacros(), lingui({ cwd: root })];

/**
 * One process for many files, so that the server is read once. They change nothing that outlives a file; those that take
 * the place of a module or of what is global (client) have a process each.
 */
const shareProcess = { isolate: false };

const needsDatabase = {
  globalSetup: [path.join(root, 'tests/support/database-setup.ts')],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

const project = (name: string, more: object = {}) => ({
  root,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], pool: 'forks' as const, ...more },
});

export default defineConfig({
  test: {
    // By default one processor is left idle, which on a machine of two is half of it.
    maxWorkers: '100%',
    projects: [
      project('architecture', { testTimeout: 60_000 }),
      project('shared', { ...shareProcess, testTimeout: 30_000 }),
      {
        ...project('client', {
          environment: 'jsdom',
          setupFiles: [path.join(root, 'tests/support/client-setup.ts')],
          testTimeout: 30_000,
        }),
        plugins: clientPlugins,
      },
      project('api', { ...needsDatabase, ...shareProcess }),
      project('migrations', { ...needsDatabase, ...shareProcess }),
      project('faults', { testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }),
      project('browser', { ...needsDatabase, testTimeout: 240_000, hookTimeout: 120_000, fileParallelism: false }),
    ],
  },
});
