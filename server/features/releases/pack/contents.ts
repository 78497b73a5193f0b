import type { PackChapter } from '#shared/domain/open-data/meeting-packs.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { lowerFirst } from '#shared/domain/wording/lower-first.ts';
import type { Report } from '../../../platform/pdf/report.ts';
import { chapters } from './pack-chapters.ts';
import type { Telling } from './telling.ts';

/** What stands in every paper, whatever it tells of. */
const always: readonly PackChapter[] = ['counted', 'hidden', 'method'];

/** What the headings of a chapter are, without a paper. */
function headingsOf(chapter: PackChapter, telling: Omit<Telling, 'report'>): string[] {
  const headings: string[] = [];
  const nothing = () => undefined;
  const report: Report = {
    title: nothing,
    heading: (level, text) => {
      if (level === 2) headings.push(text);
    },
    ...{
      paragraph: nothing,
      list: nothing,
      table: nothing,
      barChart: nothing,
      rulerLegend: nothing,
      rulerChart: nothing,
    },
    finish: () => Promise.resolve(Buffer.alloc(0)),
  };
  chapters[chapter]({ ...telling, report });
  return headings;
}

/** What papers are for, and the chapters that have something to say. */
export function aboutPapers(telling: Omit<Telling, 'report'>): string {
  const { pack, language, say } = telling;
  const about = pack.about[language];
  const told = pack.chapters
    .filter((chapter) => !always.includes(chapter))
    .flatMap((chapter) => headingsOf(chapter, telling))
    .map((heading) => lowerFirst(heading, language));
  return told.length === 0 ? about : say('contents', { about, chapters: listInWords(told, language) });
}
