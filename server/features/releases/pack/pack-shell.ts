import type { Language } from '#shared/domain/language.ts';
import type { MeetingPack } from '#shared/domain/open-data/meeting-packs.ts';
import { dayInWords } from '../../../platform/mail/swedish-time.ts';
import { beginReport, type Report } from '../../../platform/pdf/report.ts';
import { type FileSource, publishedDay } from '../files/file-names.ts';
import { say as sayInFiles } from '../files/words.ts';
import { packWordsIn } from './pack-words.ts';

export type WantedPack = { readonly pack: MeetingPack; readonly language: Language };

const shownOfHash = 16;

/** A day in words; noon is the same day everywhere in Sweden. */
export const inWords = (day: string, language: Language): string => dayInWords(new Date(`${day}T12:00:00Z`), language);

/** Papers under their title, which says whose they are; of made-up firms that first. */
export function openPack({ release }: FileSource, { pack, language }: WantedPack): Report {
  const audience = pack.name[language];
  const title = packWordsIn(language)('title', {
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
  return report;
}

/** Every page says which release it tells of. */
export function closePack(report: Report, { release }: FileSource, language: Language): Promise<Buffer> {
  const say = packWordsIn(language);
  const footer = {
    number: release.number,
    day: publishedDay(release),
    rules: release.document.spec.rules.version,
    sha256: release.sha256.slice(0, shownOfHash),
  };
  return report.finish((page, pages) => ({ left: say('footer', footer), right: say('page', { page, pages }) }));
}
