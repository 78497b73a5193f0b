import type { Language } from '#shared/domain/language.ts';
import type { MeetingPack } from '#shared/domain/open-data/meeting-packs.ts';
import { lowerFirst } from '#shared/domain/wording/lower-first.ts';
import { dayInWords } from '../../../platform/mail/swedish-time.ts';
import { beginReport, type Report } from '../../../platform/pdf/report.ts';
import { type FileSource, publishedDay } from '../files/file-names.ts';
import { say as sayInFiles } from '../files/words.ts';
import type { Beside } from './beside.ts';
import { packWordsIn } from './pack-words.ts';

export type WantedPack = { readonly pack: MeetingPack; readonly language: Language; readonly beside: Beside };

const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** A day in words; noon is the same day everywhere in Sweden. */
export const inWords = (day: string, language: Language): string => dayInWords(noonOf(day), language);

/** Whose own copy it is and of which day; undefined for everybody's. */
function ownCopyOf({ followUp }: Beside, language: Language) {
  if (followUp === null) return undefined;
  const { today } = followUp.frame;
  return { region: followUp.madeFor[language], day: inWords(today, language), madeAt: noonOf(today) };
}

/** Papers under their title, which says whose they are; of made-up firms that first. */
export function openPack({ release }: FileSource, { pack, language, beside }: WantedPack): Report {
  const say = packWordsIn(language);
  const own = ownCopyOf(beside, language);
  const title = say(own === undefined ? 'title' : 'ownTitle', {
    name: release.name[language],
    audience: lowerFirst(pack.name[language], language),
    region: own?.region ?? '',
  });
  const report = beginReport({
    title,
    author: own?.region ?? release.organisationName[language],
    language,
    madeAt: own?.madeAt ?? new Date(release.publishedAt),
  });
  report.title(title);
  if (own !== undefined) report.paragraph(say('ownCopy', { region: own.region, day: own.day }), 'strong');
  if (release.isSimulated) report.paragraph(sayInFiles('simulated', language), 'strong');
  return report;
}

/** Last by what rules and on what terms the papers are; every page says which release they tell of, and whose copy it is. */
export function closePack(
  report: Report,
  { release }: FileSource,
  { language, beside }: WantedPack,
  reading: readonly string[],
): Promise<Buffer> {
  const say = packWordsIn(language);
  report.heading(2, say('colophon'));
  for (const line of reading) report.paragraph(line, 'quiet');
  const own = ownCopyOf(beside, language);
  const left = say(own === undefined ? 'footer' : 'ownFooter', {
    ...{ number: release.number, day: publishedDay(release) },
    ...{ region: own?.region ?? '', made: own?.day ?? '' },
  });
  return report.finish((page, pages) => ({ left, right: say('page', { page, pages }) }));
}
