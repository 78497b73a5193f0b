import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

export type ContentFile = { readonly name: string; readonly data: unknown };

/** Reads one YAML file; a fault in it names the file. */
export async function readYaml(folder: string, name: string): Promise<ContentFile> {
  try {
    return { name, data: parse(await readFile(path.join(folder, name), 'utf8')) };
  } catch (cause) {
    throw new Error(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Every YAML file at or below the folder, named by its path from there; of them only those with a wanted name. */
export async function readYamlFolder(folder: string, wanted = /^/): Promise<ContentFile[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith('.yaml')).map((name) => name.split(path.sep).join('/'));
  return Promise.all(
    files
      .filter((name) => wanted.test(name))
      .sort()
      .map((name) => readYaml(folder, name)),
  );
}
