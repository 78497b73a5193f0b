import { accessKeySchema } from '#shared/contracts/identifiers.ts';
import { forgetStored, readStored, writeStored } from '../../lib/browser-storage.ts';

const place = 'campaign-key';
/** As long as the code that is asked for to sign in. */
const keptMs = 10 * 60_000;

/** Keeps the personal key while one signs in: in the browser, since addresses with a way back are sent to the server. */
export function keepKey(key: string): void {
  writeStored('local', place, `${Date.now() + keptMs} ${key}`);
}

export function readKeptKey(): string | undefined {
  const [until, key] = (readStored('local', place) ?? '').split(' ');
  return Number(until) > Date.now() ? accessKeySchema.safeParse(key).data : undefined;
}

export const forgetKeptKey = (): void => forgetStored('local', place);

/** One whose time is over goes with whatever page is opened next, whoever opens it. */
export function sweepKeptKey(): void {
  if (readKeptKey() === undefined) forgetKeptKey();
}
