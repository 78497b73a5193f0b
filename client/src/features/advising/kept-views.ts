import * as z from 'zod/mini';
import { readStored, writeStored } from '../../lib/browser-storage.ts';

const longestName = 60;
const mostViews = 30;

const savedViewSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestName)),
  /** The part of the address after `?`. */
  search: z.string().check(z.maxLength(2000)),
});
export type SavedView = z.infer<typeof savedViewSchema>;

const place = 'advisor-views';

/** The views that this browser keeps; none where what it kept cannot be read. */
export function readSavedViews(): SavedView[] {
  try {
    const parsed = z.array(savedViewSchema).safeParse(JSON.parse(readStored('local', place) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

export type ViewFault = 'name' | 'full';

/** The views with another one, in place of one of the same name; or why it cannot be kept. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] | ViewFault {
  const parsed = savedViewSchema.safeParse(view);
  if (!parsed.success) return 'name';
  const others = views.filter(({ name }) => name !== parsed.data.name);
  return others.length >= mostViews ? 'full' : [...others, parsed.data];
}

export function keepViews(views: readonly SavedView[]): void {
  writeStored('local', place, JSON.stringify(views));
}
