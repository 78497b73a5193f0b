import { useSyncExternalStore } from 'react';
import { readPreference, writePreference } from './preference.ts';

const name = 'single-keys';
const changed = new EventTarget();

function watch(onChange: () => void): () => void {
  changed.addEventListener('change', onChange);
  return () => changed.removeEventListener('change', onChange);
}

/** Whether a key pressed by itself does something, in this browser. Who speaks to it, or slips on it, turns that off. */
export const hasSingleKeys = (): boolean => readPreference(name, ['off']) === undefined;

export function setSingleKeys(isOn: boolean): void {
  writePreference(name, isOn ? undefined : 'off');
  changed.dispatchEvent(new Event('change'));
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(watch, hasSingleKeys);
}
