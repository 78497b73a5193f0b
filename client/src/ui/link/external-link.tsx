import type { ReactNode } from 'react';

export type ExternalLinkProps = { href: string; children: ReactNode };

/** Addresses may come from content; anything but these could run a script. */
const allowedProtocols = new Set(['https:', 'mailto:', 'tel:']);

function isAllowed(href: string): boolean {
  const url = URL.parse(href);
  return url !== null && allowedProtocols.has(url.protocol);
}

/** A link out of the site, in the same window. An address of any other kind than https, mailto or tel shows as text. */
export function ExternalLink({ href, children }: ExternalLinkProps) {
  if (!isAllowed(href)) return <span>{children}</span>;
  return (
    <a href={href} rel="external noreferrer">
      {children}
    </a>
  );
}
