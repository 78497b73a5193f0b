import type { Language } from '#shared/domain/language.ts';
import type { MeetingPack } from '#shared/domain/open-data/meeting-packs.ts';
import type { Report } from '../../../platform/pdf/report.ts';
import type { FileSource } from '../files/file-names.ts';
import type { Beside } from './beside.ts';
import type { PackView } from './pack-view.ts';
import type { PackWords } from './pack-words.ts';

export type Telling = {
  readonly report: Report;
  readonly source: FileSource;
  readonly view: PackView;
  readonly beside: Beside;
  readonly pack: MeetingPack;
  readonly language: Language;
  readonly say: PackWords;
};

/**
 * A part of the papers, which writes nothing at all when it has nothing to say. What another feature knows (activities,
 * coverage) is told by a chapter of its own: a code in `packChapters`, what it needs in `Beside` from whoever puts the
 * features together, and a function in `chapters`.
 */
export type Chapter = (telling: Telling) => void;

/** What a chapter knows for the first page: what it can be glad of, what else is news, and what there is to talk about. */
export type Findings = {
  readonly strengths?: readonly string[];
  readonly news?: readonly string[];
  /** That things are alike: told last. */
  readonly calm?: readonly string[];
  readonly questions?: readonly string[];
};
export type Finder = (telling: Omit<Telling, 'report'>) => Findings;
