/** A short mark of a text (FNV-1a, 32 bits): tells one text from another without keeping any of it. Not for secrets. */
export function fingerprint(text: string): string {
  let mark = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) mark = Math.imul(mark ^ byte, 0x01000193);
  return (mark >>> 0).toString(16).padStart(8, '0');
}
