export const codesOf = (list: readonly { readonly code: string }[]): Set<string> =>
  new Set(list.map(({ code }) => code));
