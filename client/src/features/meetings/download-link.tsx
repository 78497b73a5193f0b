import type { ReactNode } from 'react';

/** A file of the site, to be saved. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} download>
      {children}
    </a>
  );
}
