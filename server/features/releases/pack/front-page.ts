import { findCoverage } from './coverage-chapter.ts';
import { findSteps } from './follow-up-chapter.ts';
import { findGaps } from './gaps-chapter.ts';
import { findDivisions, findLevels } from './level-findings.ts';
import type { Chapter, Finder } from './telling.ts';

const finders: readonly Finder[] = [findLevels, findDivisions, findGaps, findCoverage, findSteps];

/** What whoever reads one page is to know: strengths first, then what else is news, then what there is to talk about. */
export const tellFrontPage: Chapter = ({ report, ...telling }) => {
  const { say } = telling;
  const found = finders.map((find) => find(telling));
  const told = (['strengths', 'news', 'calm'] as const).flatMap((kind) => found.flatMap((each) => each[kind] ?? []));
  // What is news is talked of before what is alike.
  const questions = found
    .toSorted((one, other) => (one.calm?.length ?? 0) - (other.calm?.length ?? 0))
    .flatMap((each) => each.questions ?? []);
  report.heading(2, say('findings'));
  if (told.length === 0) report.paragraph(say('nothingToTell'));
  else report.list(told);
  if (questions.length === 0) return;
  report.heading(2, say('discuss'));
  report.list(questions);
};
