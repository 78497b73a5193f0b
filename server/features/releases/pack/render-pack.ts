import type { PublishedLevels } from '#shared/contracts/releases.ts';
import type { FileSource } from '../files/file-names.ts';
import type { Beside } from './beside.ts';
import { chapters } from './pack-chapters.ts';
import { closePack, openPack, type WantedPack } from './pack-shell.ts';
import { allFirms, viewForPack } from './pack-view.ts';
import { packWordsIn } from './pack-words.ts';

type Wanted = WantedPack & { readonly beside: Beside };

/** Papers for a meeting, from the document of a release and what is told beside it: the same as long as that is the same. */
export function renderPack(source: FileSource<PublishedLevels>, wanted: Wanted): Promise<Buffer> {
  const { pack, language, beside } = wanted;
  const say = packWordsIn(language);
  const view = viewForPack(source.release, language);
  const report = openPack(source, wanted);
  const ends = view.endsIn(allFirms);
  if (ends !== null) {
    const { list, level } = view;
    report.paragraph(
      ends.kind === 'alike'
        ? say('alike')
        : say('farthest', {
            highest: list(ends.highest),
            lowest: list(ends.lowest),
            high: level(ends.highest[0]?.mean ?? 0),
            low: level(ends.lowest[0]?.mean ?? 0),
          }),
      'strong',
    );
  }
  report.paragraph(pack.about[language], 'quiet');
  for (const chapter of pack.chapters) chapters[chapter]({ report, source, view, beside, pack, language, say });
  return closePack(report, source, language);
}
