import { dimensionTextKeys } from '../instrument/text-keys.ts';
import type { AgreementDocument } from '../respondents/agreement-document.ts';
import type { Report } from './report.ts';
import { asked, type ReportSource, wordsOf } from './report-source.ts';

type Agreement = NonNullable<Report['agreement']>;

const withQuestions = <T extends { readonly item: string }>(source: ReportSource, all: readonly T[]) =>
  all.map((each) => ({ ...each, question: asked(source, each.item) }));

function differencesInWords(
  source: ReportSource,
  differences: AgreementDocument['differences'],
): Agreement['differences'] {
  switch (differences.kind) {
    case 'too-few':
      return differences;
    case 'sides':
      return { kind: 'sides', items: withQuestions(source, differences.items) };
    case 'spread':
      return { kind: 'spread', items: withQuestions(source, differences.items) };
  }
}

/** The agreement that was worked out at submission, with the names of areas and questions. */
export function agreementInWords(source: ReportSource): Report['agreement'] {
  const { agreement } = source;
  if (agreement === null) return null;
  return {
    ...agreement,
    dimensions: agreement.dimensions.map((each) => ({
      ...each,
      name: wordsOf(source, dimensionTextKeys.name(each.dimension)),
    })),
    items: withQuestions(source, agreement.items),
    differences: differencesInWords(source, agreement.differences),
  };
}
