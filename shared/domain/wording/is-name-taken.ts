const bare = (name: string): string => name.trim().toLocaleLowerCase('sv');

/** Whether one of the others is called the same, whatever the size of its letters. */
export const isNameTaken = (name: string, others: readonly { readonly name: string }[]): boolean =>
  others.some((other) => bare(other.name) === bare(name));
