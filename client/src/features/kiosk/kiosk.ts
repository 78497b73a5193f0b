import * as z from 'zod/mini';
import { wordCodeSchema } from '#shared/domain/instrument/codes.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { readStored, writeStored } from '../../lib/browser-storage.ts';

const place = 'kiosk';

/** What a device that is handed over asks, and in which language it begins. */
const kioskSchema = z.object({ formCode: wordCodeSchema, language: languageSchema });
export type Kiosk = z.infer<typeof kioskSchema>;

/** As the address names it; undefined where that is nothing. */
export const kioskIn = (search: URLSearchParams): Kiosk | undefined =>
  kioskSchema.safeParse({ formCode: search.get('form'), language: search.get('in') }).data;

/** The visit that goes on in this tab: from the first press until everything is cleared away. */
export function readVisit(): Kiosk | undefined {
  try {
    return kioskSchema.safeParse(JSON.parse(readStored('session', place) ?? 'null')).data;
  } catch {
    return undefined;
  }
}

export const beginVisit = (kiosk: Kiosk): void => writeStored('session', place, JSON.stringify(kiosk));
