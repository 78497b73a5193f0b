import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { appendJsonLine, parseJsonLines } from '../json-lines.ts';

const anchorSchema = z.object({
  sequence: z.int().min(1),
  /** Of the event with that number, in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
});
export type Anchor = z.infer<typeof anchorSchema>;

/** Where anchors are kept when the embedded database is used, and nothing else is said. */
export function anchorFileIn(folder: string): string {
  return path.join(folder, 'audit-anchors.jsonl');
}

export type AnchorReading = {
  readonly anchors: readonly Anchor[];
  /** What could not be read; null when nothing is amiss. */
  readonly complaint: string | null;
};

function parse(text: string): AnchorReading {
  const { entries, unreadableCount } = parseJsonLines(text, anchorSchema);
  const lineCount = entries.length + unreadableCount;
  const complaint = unreadableCount === 0 ? null : `${unreadableCount} of ${lineCount} anchors cannot be read`;
  return { anchors: entries, complaint };
}

/** Never fails: without its anchors the log can still be checked, and their number says that they are gone. */
export async function readAnchors(file: string | undefined): Promise<AnchorReading> {
  if (file === undefined) return { anchors: [], complaint: 'AUDIT_ANCHOR_FILE is not set; there are no anchors' };
  return readFile(file, 'utf8').then(parse, (error: Error) => ({ anchors: [], complaint: error.message }));
}

export async function appendAnchor(file: string, anchor: Anchor): Promise<void> {
  await appendJsonLine(file, anchor);
}
