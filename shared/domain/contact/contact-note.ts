/** How an adviser and a firm were in touch. `note` is written about the firm without having been in touch. */
export const contactKinds = ['call', 'visit', 'meeting', 'mail', 'note'] as const;
export type ContactKind = (typeof contactKinds)[number];

export type Writing = {
  readonly isAuthor: boolean;
  /** Days as `2026-11-26`, where the readers are. */
  readonly writtenOn: string;
  readonly today: string;
};

/**
 * Whether the words of a note may be written anew: by its author, on the day it was written. Afterwards something can
 * only be added to it, so that whoever has read it can rely on it.
 */
export function mayRewrite({ isAuthor, writtenOn, today }: Writing): boolean {
  return isAuthor && writtenOn === today;
}

type Contact = { readonly kind: ContactKind; readonly heldOn: string; readonly writtenAt: string };

/** The last time that somebody was in touch: by the day it was held on, and of one day what was written last. */
export function lastContact<Note extends Contact>(notes: readonly Note[]): Note | undefined {
  const ordered = notes
    .filter(({ kind }) => kind !== 'note')
    .toSorted((one, other) => {
      const [a, b] = [one.heldOn + one.writtenAt, other.heldOn + other.writtenAt];
      return a < b ? 1 : a > b ? -1 : 0;
    });
  return ordered[0];
}
