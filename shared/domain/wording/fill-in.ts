export type Filling = Readonly<Record<string, string | number>>;

/** The text with what stands in braces filled in; a name that nothing is given for stays as it stands. */
export function fillIn(text: string, filling: Filling): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(filling[name] ?? whole));
}
