import path from 'node:path';
import * as z from 'zod';
import { type ContentFile, readYaml, readYamlFolder } from './read-files.ts';

export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`the content that ships is faulty:\n${faults.join('\n')}`);
    this.faults = faults;
  }
}

function faultsIn(reason: unknown): readonly string[] {
  if (reason instanceof ContentError) return reason.faults;
  return [reason instanceof Error ? reason.message : String(reason)];
}

/** Waits for every part, so that one error lists the faults of all of them. */
export async function readAll<T extends object>(parts: { readonly [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const named = Object.entries<Promise<unknown>>(parts);
  const settled = await Promise.allSettled(named.map(([, part]) => part));
  const faults = settled.flatMap((each) => (each.status === 'rejected' ? faultsIn(each.reason) : []));
  if (faults.length > 0) throw new ContentError(faults);
  return Object.fromEntries(await Promise.all(named.map(async ([name, part]) => [name, await part]))) as T;
}

function check<S extends z.core.$ZodType>({ name, data }: ContentFile, schema: S): z.output<S> {
  const parsed = z.safeParse(schema, data);
  if (parsed.success) return parsed.data;
  throw new ContentError(
    parsed.error.issues.map(({ path: place, message, code }) => `${name}: ${place.join('/')}: ${message} (${code})`),
  );
}

/** Reads one YAML file and checks it; the faults name the file and the place in it. */
export async function readChecked<S extends z.core.$ZodType>(
  folder: string,
  name: string,
  schema: S,
): Promise<z.output<S>> {
  return check(await readYaml(folder, name), schema);
}

/** Reads a list that is split over the files of a folder, in the order of their names. */
export async function readCheckedFolder<S extends z.core.$ZodType>(
  folder: string,
  name: string,
  entry: S,
): Promise<z.output<S>[]> {
  const files = await readYamlFolder(path.join(folder, name));
  return files.flatMap((file) => check({ ...file, name: `${name}/${file.name}` }, z.array(entry)));
}
