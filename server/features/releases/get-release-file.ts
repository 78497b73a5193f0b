import type * as z from 'zod/mini';
import type { listReleaseFiles as listReleaseFilesEndpoint } from '#shared/contracts/release-files.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { FileMaker } from './file-maker.ts';
import type { FileSource } from './files/file-names.ts';
import type { FileStore } from './files/file-store.ts';
import { filesOf } from './files/list-files.ts';
import { writeCatalogue, writeDataset } from './files/write-dcat.ts';
import { digestOfBeside } from './pack/beside.ts';
import { papersOf } from './pack/papers-of.ts';
import { getPublished, listPublished } from './published-releases.ts';
import { type PackSources, tellBeside } from './tell-beside.ts';

type Wanted = { readonly releaseNumber: string; readonly origin: string; readonly store: FileStore };
export type PublicFile = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer };

const jsonLd = 'application/ld+json';

export async function sourceOf(
  context: Context,
  { releaseNumber, origin }: Omit<Wanted, 'store'>,
): Promise<FileSource> {
  const release = await getPublished(context, Number(releaseNumber));
  return { release, origin, licence: context.bundle.openData.licence };
}

export async function listReleaseFiles(
  context: Context,
  { store, sources, ...wanted }: Wanted & { readonly sources: PackSources },
): Promise<z.input<(typeof listReleaseFilesEndpoint.responses)[200]>> {
  const source = await sourceOf(context, wanted);
  const files = await store.describe(source);
  const beside = await tellBeside(context, sources);
  const digest = digestOfBeside(beside);
  return {
    files: files.map(({ mediaType: _, ...file }) => file),
    meetingPacks: context.bundle.meetingPacks.flatMap((pack) => {
      const papers = papersOf(source, pack);
      if (papers === undefined) return [];
      const about = store.keepText(source, `${pack.code} ${digest}`, () => papers.about(beside));
      return [{ audience: pack.code, name: pack.name, about }];
    }),
  };
}

/** A file of a release; what describes them all is one of them. */
export async function getReleaseFile(
  context: Context,
  { file, store, maker, ...wanted }: Wanted & { readonly file: string; readonly maker: FileMaker },
): Promise<PublicFile> {
  const source = await sourceOf(context, wanted);
  const named = (name: string) => `mattstock-release-${wanted.releaseNumber}-${name}`;
  if (file === 'dcat.jsonld') {
    const text = writeDataset({ source, files: await store.describe(source) }, context.bundle.openData);
    return { name: named(file), mediaType: jsonLd, bytes: Buffer.from(text) };
  }
  const found = filesOf(source).find(({ name }) => name === file);
  if (found === undefined) throw new DomainError('not-found');
  const bytes = await store.keep(source, file, () => maker.makeFile(source, file));
  return { name: named(file), mediaType: found.mediaType, bytes };
}

/** All that has been published, as data portals gather it. */
export async function getReleaseCatalogue(
  context: Context,
  { origin, store }: Omit<Wanted, 'releaseNumber'>,
): Promise<PublicFile> {
  const { releases } = await listPublished(context);
  const described = [];
  for (const { number } of releases) {
    const source = await sourceOf(context, { releaseNumber: String(number), origin });
    described.push({ source, files: await store.describe(source) });
  }
  const text = writeCatalogue(described, context.bundle.openData, origin);
  return { name: 'mattstock-catalogue.jsonld', mediaType: jsonLd, bytes: Buffer.from(text) };
}
