import * as z from 'zod';
import { DomainError } from '../../platform/domain-error.ts';
import type { QueuePlace } from './queue-repository.ts';

const placeSchema = z.tuple([z.string().max(200), z.string().max(200)]);

/** Where a page ended, as the client hands it back for the next one. */
export function writePlace({ sortKey, rowKey }: QueuePlace): string {
  return Buffer.from(JSON.stringify([sortKey, rowKey])).toString('base64url');
}

export function readPlace(after: string | undefined): QueuePlace | undefined {
  if (after === undefined) return undefined;
  const parsed = z
    .string()
    .transform((text, issues) => {
      try {
        return JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown;
      } catch {
        issues.addIssue('no place in the queue');
        return z.NEVER;
      }
    })
    .pipe(placeSchema)
    .safeParse(after);
  if (!parsed.success) {
    throw new DomainError('invalid-request', { fields: [{ path: 'query/after', code: 'unknown-place' }] });
  }
  const [sortKey, rowKey] = parsed.data;
  return { sortKey, rowKey };
}
