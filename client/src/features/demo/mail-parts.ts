/** A piece of a mail's text: words, or a link to a page of this site. */
export type MailPart = { readonly text: string; readonly href?: string };

const address = /https?:\/\/[^\s<>"]+/g;

/** Path, query and fragment of an address of the site; undefined for every other address. */
function pathWithin(text: string, origin: string): string | undefined {
  const url = URL.parse(text);
  return url !== null && url.origin === origin ? url.pathname + url.search + url.hash : undefined;
}

/** The text of a mail in pieces. What leads elsewhere stays words. */
export function mailParts(text: string, origin: string): MailPart[] {
  const parts: MailPart[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const found = match[0].replace(/[.,;:!?)]+$/, '');
    const href = pathWithin(found, origin);
    if (href === undefined) continue;
    parts.push({ text: text.slice(from, match.index) }, { text: found, href });
    from = match.index + found.length;
  }
  return [...parts, { text: text.slice(from) }].filter((part) => part.text !== '');
}
