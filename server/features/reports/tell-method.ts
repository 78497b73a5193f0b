import { formatNumber } from '#shared/domain/wording/format-number.ts';
import { shownVersion } from '#shared/domain/wording/shown-version.ts';
import { dayInWords } from '../../platform/mail/swedish-time.ts';
import type { Telling } from './telling.ts';

export function tellMethod({ paper, report, language, sha256, say, level }: Telling): void {
  const { firm, receipt, madeFrom, dimensions } = report;
  paper.heading(2, say('method'));
  paper.list([
    say('methodMean'),
    say('methodShare', { share: formatNumber(madeFrom.minimumShareAnswered * 100, language) }),
    say('methodRounding'),
    say('methodHash', { sha256, definition: madeFrom.definitionSha256 }),
  ]);
  paper.table({
    columns: [say('madeFrom'), say('value')],
    rows: [
      ...(firm.organisationNumber === null ? [] : [[say('number'), firm.organisationNumber]]),
      [say('receipt'), receipt.number],
      [say('submitted'), dayInWords(new Date(receipt.submittedAt), language)],
      [say('form'), madeFrom.form.name[language]],
      [say('version'), String(madeFrom.version)],
      [say('rules'), `${shownVersion(madeFrom.scoringRules)} (${madeFrom.scoringRules})`],
      [say('catalogue'), String(madeFrom.catalogueVersion)],
    ],
  });
  const incomplete = dimensions.filter(
    ({ answeredWeight, applicableWeight, notApplicable }) => answeredWeight < applicableWeight || notApplicable > 0,
  );
  if (incomplete.length === 0) {
    paper.paragraph(say('complete'));
    return;
  }
  if (incomplete.length < dimensions.length) paper.paragraph(say('incomplete'));
  paper.table({
    columns: [
      say('area'),
      say('answeredWeight'),
      say('applicableWeight'),
      say('dont-know'),
      say('not-applicable'),
      say('level'),
    ],
    rows: incomplete.map((each) => [
      each.name[language],
      ...[each.answeredWeight, each.applicableWeight, each.dontKnow, each.notApplicable].map(String),
      level(each),
    ]),
  });
}

export function tellViewers({ paper, report, language, say }: Telling): void {
  const { viewers } = report;
  paper.heading(2, say('viewersTitle'));
  if (viewers === null) paper.paragraph(say('viewersHidden'));
  else if (viewers.length === 0) paper.paragraph(say('viewersNone'));
  else paper.list(viewers.map(({ receiver, purpose }) => `${receiver[language]} ${say(purpose)}`));
  if (viewers !== null) paper.paragraph(say('linksApart'), 'quiet');
  paper.paragraph(say('fileNote'), 'quiet');
}
