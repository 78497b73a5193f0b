import * as z from 'zod';
import type { ProblemField } from '#shared/contracts/problem.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import { draftSchema } from '#shared/domain/instrument/draft/draft.ts';

const mostFields = 50;

/** Control characters but the new line and the tab, and what stands for a character that was lost. */
const unwritable = /[^\P{Cc}\n\t]|[\uFFFD-\uFFFF]/u;

/** Neither the database nor a workbook can hold every string that JavaScript can. */
function isWritable(text: string): boolean {
  return text.isWellFormed() && !unwritable.test(text);
}

function unwritablePlaces(value: unknown, path: string): string[] {
  if (typeof value === 'string') return isWritable(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => [
    ...(isWritable(key) ? [] : [path]),
    ...unwritablePlaces(part, path === '' ? key : `${path}/${key}`),
  ]);
}

/** The schema's complaints, at most as many as somebody would read. */
function fieldsOf({ issues }: z.core.$ZodError): ProblemField[] {
  return issues
    .slice(0, mostFields)
    .map(({ path, code, message }) => ({ path: path.join('/'), code, detail: message }));
}

export type Storable =
  | { readonly ok: true; readonly content: Draft }
  | { readonly ok: false; readonly fields: ProblemField[] };

/** The content as a draft that can be stored and read again, or why it is none. */
export function checkStorable(content: unknown): Storable {
  const parsed = z.safeParse(draftSchema, content);
  if (!parsed.success) return { ok: false, fields: fieldsOf(parsed.error) };
  const places = unwritablePlaces(parsed.data, '').slice(0, mostFields);
  if (places.length === 0) return { ok: true, content: parsed.data };
  return { ok: false, fields: places.map((path) => ({ path, code: 'text-not-storable' })) };
}
