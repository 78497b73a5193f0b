const placeholder = /\{([A-Za-z]+)\}/g;

/** The names that stand in braces in the text. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name]) => name ?? '');
}

/** Fills the names in, once: what is filled in is never read as a text to be filled in itself. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(placeholder, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`there is nothing to fill {${name}} in with`);
    return value;
  });
}
