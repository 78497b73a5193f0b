/** More names than this are not read. */
const mostNamed = 3;

/**
 * Which of several things that stand alike are named in a sentence: all of up to three; of more the first three, in their
 * order, and that there are more.
 */
export function namedFirst<T>(alike: readonly T[]): { readonly named: readonly T[]; readonly hasMore: boolean } {
  return { named: alike.slice(0, mostNamed), hasMore: alike.length > mostNamed };
}
