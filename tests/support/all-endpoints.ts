import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Endpoint } from '#shared/contracts/endpoint.ts';

const folder = path.resolve(import.meta.dirname, '../../shared/contracts');

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'access' in value && 'responses' in value;

/** How long what asks every endpoint, as everybody, may take beside other tests; it grows with them. */
export const everyEndpoint = 120_000;

/** Every endpoint that the contracts describe, whichever file it is in. */
export async function listEndpoints(): Promise<Endpoint[]> {
  const modules = await Promise.all(
    readdirSync(folder).map((name) => import(path.join(folder, name)) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((module) => Object.values(module).filter(isEndpoint));
}
