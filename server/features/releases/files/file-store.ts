import type { LocalisedText } from '#shared/domain/language.ts';
import type { FileSource } from './file-names.ts';
import { type FileDigest, filesOf } from './list-files.ts';
import type { DescribedFile } from './write-dcat.ts';

/**
 * What has been published never changes, and everybody may fetch it: what is made of it is kept as long as there is
 * room, and asked for by many at once it is made once.
 */
export type FileStore = {
  readonly describe: (source: FileSource) => Promise<readonly DescribedFile[]>;
  readonly keep: (source: FileSource, name: string, make: () => Promise<Buffer>) => Promise<Buffer>;
  /** What is told of a file where it is listed. */
  readonly keepText: (source: FileSource, name: string, tell: () => LocalisedText) => LocalisedText;
};

const mostDescribed = 500;
const mostBytes = 64 * 1024 * 1024;

/** By number too: two releases can be of the same content. */
const keyOf = ({ origin, release }: FileSource, name = ''): string =>
  `${origin} ${release.sha256} ${release.number} ${name}`;

type Digest = (source: FileSource) => Promise<readonly FileDigest[]>;

async function describe(source: FileSource, digest: Digest): Promise<DescribedFile[]> {
  const digests = await digest(source);
  return filesOf(source).flatMap(({ make: _, ...file }, at) => {
    const digested = digests[at];
    return digested === undefined ? [] : [{ ...file, ...digested }];
  });
}

export function createFileStore(digest: Digest): FileStore {
  const described = new Map<string, Promise<readonly DescribedFile[]>>();
  const kept = new Map<string, Promise<Buffer>>();
  const texts = new Map<string, LocalisedText>();
  let bytes = 0;
  return {
    describe: (source) => {
      const key = keyOf(source);
      const known = described.get(key);
      if (known !== undefined) return known;
      const begun = describe(source, digest);
      if (described.size >= mostDescribed) described.clear();
      described.set(key, begun);
      begun.catch(() => described.delete(key));
      return begun;
    },
    keep: (source, name, make) => {
      const key = keyOf(source, name);
      const known = kept.get(key);
      if (known !== undefined) return known;
      const begun = make();
      kept.set(key, begun);
      begun.then(
        (file) => {
          bytes += file.length;
          if (bytes <= mostBytes) return;
          kept.clear();
          bytes = 0;
        },
        () => kept.delete(key),
      );
      return begun;
    },
    keepText: (source, name, tell) => {
      const key = keyOf(source, name);
      const known = texts.get(key);
      if (known !== undefined) return known;
      const told = tell();
      if (texts.size >= mostDescribed) texts.clear();
      texts.set(key, told);
      return told;
    },
  };
}
