import { notComparedReasons } from '#shared/domain/benchmark/not-compared.ts';
import { findChanges, findingOf, findings } from '#shared/domain/change/change-findings.ts';
import type { Report } from '#shared/domain/report/report.ts';
import { formatNumber } from '#shared/domain/wording/format-number.ts';
import { shownVersion } from '#shared/domain/wording/shown-version.ts';
import { dayInWords } from '../../platform/mail/swedish-time.ts';
import type { Telling } from './telling.ts';

export function tellChange({ paper, report, language, say }: Telling): void {
  const { change } = report;
  if (change === null) return;
  const shown = (value: number | null) => (value === null ? '–' : formatNumber(value, language, 1));
  paper.heading(2, say('changeTitle'));
  const { of, compared, headline } = findChanges(change.dimensions, (area) => area);
  paper.paragraph(say(headline), 'strong');
  paper.paragraph(say('changeText', { day: dayInWords(new Date(change.since), language) }));
  const told = findings.filter((finding) => finding !== 'within-error' && of[finding].length > 0);
  if (told.length > 0)
    paper.list(told.map((finding) => `${say(finding)}: ${of[finding].map(({ name }) => name[language]).join(', ')}.`));
  if (of['sign-of-rise'].length + of['sign-of-fall'].length > 0) {
    paper.paragraph(say(headline === 'signs' ? 'onlySigns' : 'someSigns', { count: compared }));
  } else if (headline === 'holding' && compared > 1) paper.paragraph(say('allHold', { count: compared }));
  paper.table({
    columns: [say('area'), say('before'), say('now'), say('verdict')],
    rows: change.dimensions.map(({ name, before, after, verdict, holdsTogether }) => [
      name[language],
      shown(before),
      shown(after),
      say(findingOf(verdict, holdsTogether)).toLowerCase(),
    ]),
  });
}

export function tellComparison({ paper, report, language, say, level }: Telling): void {
  const { comparison, dimensions } = report;
  if (comparison === null) return;
  const shown = (value: number | null) => (value === null ? '–' : formatNumber(value, language, 1));
  const group = comparison.group.map(({ value }) => value[language]).join(', ');
  paper.heading(2, say('comparisonTitle'));
  if (comparison.isSimulated) paper.paragraph(say('simulatedGroup'), 'strong');
  paper.paragraph(say('comparisonText', { group: group === '' ? say('allFirms') : group }));
  paper.table({
    columns: [say('area'), say('own'), say('mean'), say('firms')],
    rows: comparison.peers.map(({ dimension, name, mean, firms }) => {
      const own = dimensions.find((each) => each.dimension === dimension);
      return [name[language], own === undefined ? '–' : level(own), shown(mean), formatNumber(firms, language)];
    }),
  });
  const missing = notComparedReasons.flatMap((why) => {
    const areas = comparison.notCompared.filter((each) => each.why === why).map(({ name }) => name[language]);
    return areas.length === 0 ? [] : [say(`${why}Areas`, { areas: areas.join(', ') })];
  });
  if (missing.length === 0) return;
  const counts = { missing: comparison.notCompared.length, all: dimensions.length };
  paper.paragraph(say('notCompared', counts));
  paper.list(missing);
}

export function tellMeasures({ paper, report, language, say }: Telling): void {
  type Figure = Report['measures'][number]['total'];
  const shown = (figure: Figure) => {
    if (figure === null) return say('nothingKnown');
    return figure.lowest === figure.highest ? String(figure.lowest) : `${figure.lowest}–${figure.highest}`;
  };
  paper.heading(2, say('measuresTitle'));
  paper.paragraph(say('measuresText'));
  if (report.measuresLeaveOut) paper.paragraph(say('measuresLeaveOut'));
  for (const { name, version, highest, total, dimensions } of report.measures) {
    const title = say('measureVersion', { name: name[language], version: shownVersion(version) });
    paper.table({
      columns: [title, `${say('figure')} (0–${highest})`],
      rows: [
        [name[language], shown(total)],
        ...dimensions.map((dimension) => [dimension.name[language], shown(dimension.figure)]),
      ],
    });
  }
}
