/** Choices of this browser, not of the firm. A browser that refuses storage simply forgets them. */
export function readPreference<T extends string>(name: string, allowed: readonly T[]): T | undefined {
  try {
    const stored = localStorage.getItem(`mattstock.${name}`);
    return allowed.find((value) => value === stored);
  } catch {
    return undefined;
  }
}

export function writePreference(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`mattstock.${name}`);
    else localStorage.setItem(`mattstock.${name}`, value);
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
}
