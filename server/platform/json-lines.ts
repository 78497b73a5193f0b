import { open } from 'node:fs/promises';
import type * as z from 'zod';

export type JsonLines<T> = {
  readonly entries: readonly T[];
  /** Lines that are no entries, such as one that a crash left half written. */
  readonly unreadableCount: number;
};

function parseLine<S extends z.ZodType>(line: string, schema: S): z.output<S> | undefined {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

export function parseJsonLines<S extends z.ZodType>(text: string, schema: S): JsonLines<z.output<S>> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const entries = lines.map((line) => parseLine(line, schema)).filter((entry) => entry !== undefined);
  return { entries, unreadableCount: lines.length - entries.length };
}

/** Resolves when the line is on the disk. A line that an earlier crash left half written stays by itself. */
export async function appendJsonLine(file: string, entry: object): Promise<void> {
  const handle = await open(file, 'a+');
  try {
    const { size } = await handle.stat();
    const { buffer } = await handle.read({ buffer: Buffer.alloc(1), position: Math.max(size - 1, 0) });
    const isWhole = size === 0 || buffer.toString() === '\n';
    await handle.appendFile(`${isWhole ? '' : '\n'}${JSON.stringify(entry)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
