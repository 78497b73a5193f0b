import type { Language } from '#shared/domain/language.ts';
import type { MeetingPack } from '#shared/domain/open-data/meeting-packs.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { createWorkQueue } from '../../platform/workers/work-queue.ts';
import type { FileSource } from './files/file-names.ts';
import type { FileDigest } from './files/list-files.ts';
import type { Beside } from './pack/beside.ts';

type Papers = {
  readonly source: FileSource;
  readonly pack: MeetingPack;
  readonly language: Language;
  readonly beside: Beside;
};

/** What is asked of the worker that makes files. */
export type FileTask =
  | { readonly kind: 'file'; readonly source: FileSource; readonly name: string }
  | ({ readonly kind: 'papers' } & Papers)
  | { readonly kind: 'digests'; readonly source: FileSource };

export type FileDone =
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | { readonly kind: 'digested'; readonly digests: readonly FileDigest[] };

export type FileMaker = {
  readonly makeFile: (source: FileSource, name: string) => Promise<Buffer>;
  readonly makePapers: (papers: Papers) => Promise<Buffer>;
  /** Of all files of a release, in their order. */
  readonly digest: (source: FileSource) => Promise<readonly FileDigest[]>;
};

/** Nothing that is written here uses it. */
const wasmBytes = 0;
/** As many as are made before the first of them is not waited for any more. */
const mostWaiting = 12;

/** Files and papers take a second or more each: they are made in a process of their own, so that everybody else is answered meanwhile. */
export function createFileMaker(signal: AbortSignal): FileMaker {
  const url = new URL('./file-worker.ts', import.meta.url);
  const queue = createWorkQueue<FileTask, never, FileDone>({ url, memoryBytes: wasmBytes, mostWaiting });
  const ask = async <Kind extends FileDone['kind']>(
    task: FileTask,
    kind: Kind,
  ): Promise<Extract<FileDone, { kind: Kind }>> => {
    if (queue.isFull()) throw new DomainError('service-unavailable');
    const worked = await queue.work(task, { signal });
    if (worked.kind === 'cancelled') throw new DomainError('service-unavailable');
    if (worked.kind === 'failed') throw new Error(worked.reason);
    if (!isOf(worked, kind)) throw new Error(`the worker made ${worked.kind}`);
    return worked;
  };
  const make = async (task: FileTask): Promise<Buffer> => {
    const { bytes } = await ask(task, 'made');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
  return {
    makeFile: (source, name) => make({ kind: 'file', source, name }),
    makePapers: (papers) => make({ kind: 'papers', ...papers }),
    digest: async (source) => (await ask({ kind: 'digests', source }, 'digested')).digests,
  };
}

function isOf<Kind extends FileDone['kind']>(done: FileDone, kind: Kind): done is Extract<FileDone, { kind: Kind }> {
  return done.kind === kind;
}
