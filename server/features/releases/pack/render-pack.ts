import type { PublishedLevels } from '#shared/contracts/releases.ts';
import { type FileSource, readingOf } from '../files/file-names.ts';
import { aboutPapers } from './contents.ts';
import { tellFrontPage } from './front-page.ts';
import { chapters } from './pack-chapters.ts';
import { closePack, openPack, type WantedPack } from './pack-shell.ts';
import { viewForPack } from './pack-view.ts';
import { packWordsIn } from './pack-words.ts';

type Source = FileSource<PublishedLevels>;

const tellingOf = (source: Source, wanted: WantedPack) => ({
  ...wanted,
  source,
  view: viewForPack(source.release, wanted.language),
  say: packWordsIn(wanted.language),
});

/** What papers say of themselves where they are listed. */
export const aboutPack = (source: Source, wanted: WantedPack): string => aboutPapers(tellingOf(source, wanted));

/** Papers for a meeting, from the document of a release and what is told beside it: the same as long as that is the same. */
export function renderPack(source: Source, wanted: WantedPack): Promise<Buffer> {
  const { pack } = wanted;
  const report = openPack(source, wanted);
  const telling = { report, ...tellingOf(source, wanted) };
  report.paragraph(aboutPapers(telling), 'quiet');
  tellFrontPage(telling);
  for (const chapter of pack.chapters) chapters[chapter](telling);
  const reading = readingOf(source, wanted.language, ['rules', 'licence', 'hash', 'page']);
  return closePack(report, source, wanted, reading);
}
