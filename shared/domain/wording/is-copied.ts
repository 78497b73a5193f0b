/** Whether a translation of two words or more is the Swedish itself: forgotten rather than translated. */
export function isCopied(sv: string, en: string | undefined): boolean {
  return sv === en && /\p{L}{2,}\s+\p{L}{2,}/u.test(sv);
}
