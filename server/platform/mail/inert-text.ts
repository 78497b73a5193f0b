const aLine = 200;
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
/** Marks that turn the direction of writing, or are not seen at all. */
const unseen = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;
const wordJoiner = '\u2060';

/**
 * What somebody has written, as it may stand in a mail of ours: one line, of a length that fits, without marks that
 * are not seen, and with nothing that a mail program would make a link of.
 */
export function inertText(text: string, longest: number = aLine): string {
  const line = text.replaceAll(breaks, ' ').replaceAll(unseen, '').trim();
  const short = [...line].length > longest ? `${[...line].slice(0, longest).join('')}…` : line;
  return short
    .replaceAll('://', `:${wordJoiner}//`)
    .replaceAll(/([.@])(?=[\p{L}\p{N}])/gu, (_, mark: string) => `${mark}${wordJoiner}`);
}
