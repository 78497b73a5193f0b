import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

export const migrationsFolder = path.join(root, 'migrations');
export const contentFolder = path.join(root, 'shared', 'content');
export const clientFolder = path.join(root, 'dist', 'client');
