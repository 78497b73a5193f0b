type StorageKind = 'local' | 'session';

const prefix = 'mattstock.';

const storageOf = (kind: StorageKind): Storage => (kind === 'local' ? localStorage : sessionStorage);

/* What this browser remembers (`local`) or this tab does (`session`). Private windows may refuse; they then forget. */

export function readStored(kind: StorageKind, name: string): string | null {
  try {
    return storageOf(kind).getItem(prefix + name);
  } catch {
    return null;
  }
}

export function writeStored(kind: StorageKind, name: string, value: string): void {
  try {
    storageOf(kind).setItem(prefix + name, value);
  } catch {
    // It lasts as long as the page.
  }
}

export function forgetStored(kind: StorageKind, name: string): void {
  try {
    storageOf(kind).removeItem(prefix + name);
  } catch {
    // Nothing was kept.
  }
}
