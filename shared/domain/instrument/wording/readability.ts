const longWordLetters = 6;

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? [];
}

function isLong(word: string): boolean {
  return word.replace(/[-’']/gu, '').length > longWordLetters;
}

/**
 * LIX of some texts read one after the other: words per sentence plus the percentage of words longer than six
 * letters. Each text is at least one sentence, with or without a full stop. Under 30 is very easy, 30-40 easy,
 * 40-50 middling, over 50 hard. No words give 0.
 * Source: C.-H. Björnsson, Läsbarhet (Liber, 1968).
 */
export function lix(texts: readonly string[]): number {
  const sentences = texts.flatMap((text) => text.split(/[.!?:](?:\s|$)/u)).filter((part) => wordsOf(part).length > 0);
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return 0;
  const long = words.filter(isLong).length;
  return words.length / sentences.length + (100 * long) / words.length;
}
