import type { Language } from '#shared/domain/language.ts';
import type { Report, ReportDimension } from '#shared/domain/report/report.ts';
import type { Report as Paper } from '../../platform/pdf/report.ts';
import type { ReportWord } from './report-words.ts';

export type PaperTask = { readonly report: Report; readonly sha256: string; readonly language: Language };

/** What each chapter of the report tells with. */
export type Telling = PaperTask & {
  readonly paper: Paper;
  readonly say: (word: ReportWord, filling?: Readonly<Record<string, string | number>>) => string;
  readonly level: (of: Pick<ReportDimension, 'level' | 'range'>) => string;
};
