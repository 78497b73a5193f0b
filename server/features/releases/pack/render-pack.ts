import type { Language } from '#shared/domain/language.ts';
import type { MeetingPack } from '#shared/domain/open-data/meeting-packs.ts';
import { beginReport } from '../../../platform/pdf/report.ts';
import { type FileSource, publishedDay } from '../files/file-names.ts';
import { say as sayInFiles } from '../files/words.ts';
import { chapters } from './pack-chapters.ts';
import { viewForPack } from './pack-view.ts';
import { packWordsIn } from './pack-words.ts';

const shownOfHash = 16;

type Wanted = { readonly pack: MeetingPack; readonly language: Language };

/** Papers for a meeting, from the document of a release and nothing else: as old as the release, and the same each time. */
export function renderPack(source: FileSource, { pack, language }: Wanted): Promise<Buffer> {
  const { release } = source;
  const say = packWordsIn(language);
  const view = viewForPack(release, language);
  const audience = pack.name[language];
  const title = say('title', {
    name: release.name[language],
    audience: audience.charAt(0).toLocaleLowerCase(language) + audience.slice(1),
  });
  const report = beginReport({
    title,
    author: release.organisationName[language],
    language,
    madeAt: new Date(release.publishedAt),
  });
  report.title(title);
  if (release.isSimulated) report.paragraph(sayInFiles('simulated', language), 'strong');
  const ends = view.ends();
  if (ends !== null) {
    const { list, level } = view;
    report.paragraph(
      ends.kind === 'close'
        ? say('close')
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
  for (const chapter of pack.chapters) chapters[chapter]({ report, source, view, pack, language, say });
  const footer = {
    number: release.number,
    day: publishedDay(release),
    rules: release.document.spec.rules.version,
    sha256: release.sha256.slice(0, shownOfHash),
  };
  return report.finish((page, pages) => ({ left: say('footer', footer), right: say('page', { page, pages }) }));
}
