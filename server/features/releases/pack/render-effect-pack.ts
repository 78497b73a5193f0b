import type { PublishedEffect } from '#shared/contracts/releases.ts';
import { readEffects } from '#shared/domain/effect/read-effects.ts';
import type { MeetingPack } from '#shared/domain/open-data/meeting-packs.ts';
import { type FileSource, readingOf } from '../files/file-names.ts';
import { effectChapterOf, tellCannot, tellEffectFrontPage } from './effect-chapters.ts';
import { effectWordsIn } from './effect-words.ts';
import { closePack, openPack, type WantedPack } from './pack-shell.ts';
import { packWordsIn } from './pack-words.ts';

type Wanted = WantedPack & { readonly effect: NonNullable<MeetingPack['effect']> };

/** Papers about what support has gone together with: from the document of the release and nothing else, as the others. */
export function renderEffectPack(source: FileSource<PublishedEffect>, wanted: Wanted): Promise<Buffer> {
  const { effect, language } = wanted;
  const [say, sayEffect] = [packWordsIn(language), effectWordsIn(language)];
  const reading = readEffects(source.release.document);
  const report = openPack(source, wanted);
  const telling = { report, source, reading, language, say, sayEffect };
  report.paragraph(effect.about[language], 'quiet');
  tellCannot(telling);
  tellEffectFrontPage(telling);
  for (const chapter of effect.chapters) effectChapterOf[chapter](telling);
  const words = readingOf(source, language, ['matching', 'rules', 'licence', 'hash', 'page']);
  return closePack(report, source, wanted, words);
}
