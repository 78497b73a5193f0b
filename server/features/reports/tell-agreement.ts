import type { Report } from '#shared/domain/report/report.ts';
import { formatNumber } from '#shared/domain/wording/format-number.ts';
import type { Telling } from './telling.ts';

type Agreement = NonNullable<Report['agreement']>;

const decimals = 2;

function tellDifferences({ paper, language, say }: Telling, differences: Agreement['differences']): void {
  const points = (value: number) => formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
  switch (differences.kind) {
    case 'too-few':
      paper.paragraph(say('tooFewTogether'));
      return;
    case 'sides':
      paper.paragraph(say(differences.items.length === 0 ? 'sidesAlike' : 'sidesText'));
      paper.list(
        differences.items.map(({ question, office, floor }) =>
          say('sidesApart', { question: question[language], office: points(office), floor: points(floor) }),
        ),
      );
      return;
    case 'spread':
      paper.paragraph(say(differences.items.length === 0 ? 'answersAlike' : 'spreadText'));
      paper.list(
        differences.items.map(({ question, lowest, highest }) =>
          say('answersApart', { question: question[language], lowest: points(lowest), highest: points(highest) }),
        ),
      );
      paper.paragraph(say('sidesNotCompared'), 'quiet');
  }
}

function tellBetweenItems({ paper, language, say }: Telling, betweenItems: Agreement['betweenItems']): void {
  const share = (value: number) => formatNumber(Math.max(value, 0), language, decimals);
  switch (betweenItems.kind) {
    case 'too-few':
      paper.paragraph(say('tooFewBetween'), 'quiet');
      return;
    case 'no-variation':
      paper.paragraph(say('noVariation'), 'quiet');
      return;
    case 'told': {
      const { one, mean, items } = betweenItems;
      const reliability = mean === null ? [] : [say('methodMeanBetween', { reliability: share(mean) })];
      paper.paragraph([say('methodShareBetween', { share: share(one), items }), ...reliability].join(' '), 'quiet');
    }
  }
}

/** What to talk about first, then how far people agreed; of an answer that one person gave there is nothing. */
export function tellAgreement(telling: Telling): void {
  const { paper, report, language, say } = telling;
  const { agreement } = report;
  if (agreement === null) return;
  paper.heading(2, say('agreementTitle'));
  if (agreement.respondents > 1) paper.paragraph(say('agreementText', { count: agreement.respondents }));
  tellDifferences(telling, agreement.differences);
  const told = agreement.dimensions.flatMap(({ agreement: share, strength, ...area }) =>
    share === null || strength === null ? [] : [{ ...area, share, strength }],
  );
  if (told.length === 0) return;
  paper.heading(3, say('agreementByArea'));
  paper.table({
    columns: [say('area'), say('inWords'), say('agreement'), say('questions')],
    rows: told.map(({ name, strength, share, items }) => [
      name[language],
      say(strength),
      formatNumber(share, language, decimals),
      String(items),
    ]),
  });
  const untold = agreement.dimensions.filter((area) => area.agreement === null).map(({ name }) => name[language]);
  if (untold.length > 0) paper.paragraph(say('areasUntold', { areas: untold.join(', ') }), 'quiet');
  paper.paragraph(say('methodAgreement'), 'quiet');
  tellBetweenItems(telling, agreement.betweenItems);
}
