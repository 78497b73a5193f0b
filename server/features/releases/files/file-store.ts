import type { FileSource } from './file-names.ts';
import { digestOf, filesOf } from './list-files.ts';
import type { DescribedFile } from './write-dcat.ts';

/** What has been published never changes: its files are made once to be weighed. */
export type FileStore = { readonly describe: (source: FileSource) => Promise<readonly DescribedFile[]> };

const mostKept = 500;

export function createFileStore(): FileStore {
  const kept = new Map<string, Promise<readonly DescribedFile[]>>();
  return {
    describe: (source) => {
      const key = `${source.origin} ${source.release.sha256} ${source.release.number}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const described = describe(source);
      if (kept.size >= mostKept) kept.clear();
      kept.set(key, described);
      described.catch(() => kept.delete(key));
      return described;
    },
  };
}

async function describe(source: FileSource): Promise<DescribedFile[]> {
  const described: DescribedFile[] = [];
  for (const { make, ...file } of filesOf(source)) described.push({ ...file, ...digestOf(await make()) });
  return described;
}
