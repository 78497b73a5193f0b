import { forgetStored, readStored, writeStored } from './browser-storage.ts';

/** Choices of this browser, not of the firm. */
export function readPreference<T extends string>(name: string, allowed: readonly T[]): T | undefined {
  const stored = readStored('local', name);
  return allowed.find((value) => value === stored);
}

export function writePreference(name: string, value: string | undefined): void {
  if (value === undefined) forgetStored('local', name);
  else writeStored('local', name, value);
}
