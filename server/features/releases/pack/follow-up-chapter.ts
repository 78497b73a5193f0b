import { followSteps } from '#shared/domain/followup/follow-steps.ts';
import { type PortfolioSum, sumAll, sumByFunding, sumByS3Area } from '#shared/domain/followup/portfolio.ts';
import { portfolioWords } from '#shared/domain/followup/portfolio-words.ts';
import { type FollowedStep, stateOfEdition } from '#shared/domain/followup/step-state.ts';
import { stepWords } from '#shared/domain/followup/step-words.ts';
import type { Language } from '#shared/domain/language.ts';
import type { FollowUp } from './beside.ts';
import { besideWordsIn } from './beside-words.ts';
import { inWords } from './pack-shell.ts';
import type { Chapter, Finder, Telling } from './telling.ts';

type StepRow = ReturnType<typeof followSteps<FollowUp['activities'][number], Package, Edition>>[number];
type Package = FollowUp['frame']['packages'][number];
type Edition = FollowUp['frame']['editions'][number];

/** Activities with the region that wrote them, then packages with how many groups that count. */
function withWhat({ activities, packages, editions }: StepRow, today: string, { language }: Telling): string[] {
  const say = besideWordsIn(language);
  const counted = editions.flatMap(({ packageCode, ...edition }) => {
    const state = stateOfEdition(edition, today);
    return state === null ? [] : [{ packageCode, state }];
  });
  return [
    ...activities.map(({ activity, organisationName }) =>
      say(activity.status === 'stopped' ? 'stoppedActivityOf' : 'activityOf', {
        name: activity.name[language],
        region: organisationName[language],
      }),
    ),
    ...packages.flatMap(({ code, name }) => {
      const own = counted.filter(({ packageCode }) => packageCode === code);
      if (own.length === 0) return [];
      const begun = own.filter(({ state }) => state === 'started').length;
      const word = own.length > 1 ? 'groupsOf' : begun === 1 ? 'oneBegunOf' : 'onePlannedOf';
      return [say(word, { name: name[language], count: own.length, begun })];
    }),
  ];
}

const stepsIn = (followUp: FollowUp, wanted: FollowedStep['state']) =>
  followSteps(followUp, {}).filter(({ followed }) => followed.state === wanted);

function sayStarted(followUp: FollowUp, language: Language): string {
  const { steps, today } = followUp.frame;
  const started = stepsIn(followUp, 'started');
  return besideWordsIn(language)('stepsStarted', {
    ...{ started: started.length, planned: stepsIn(followUp, 'planned').length, all: steps.length },
    ongoing: started.filter(({ followed }) => followed.isOngoing).length,
    day: inWords(today, language),
  });
}

/** How many steps have started, in a region's own copy. */
export const findSteps: Finder = ({ beside: { followUp }, language }) => {
  if (followUp === null) return {};
  const left = stepsIn(followUp, 'not-started').length;
  return {
    news: [sayStarted(followUp, language)],
    questions: left === 0 ? [] : [besideWordsIn(language)('askSteps', { left })],
  };
};

function tellSteps(telling: Telling, followUp: FollowUp): void {
  const { report, language } = telling;
  const say = besideWordsIn(language);
  const rows = followSteps(followUp, {});
  const words = stepWords(language);
  const { today } = followUp.frame;
  report.paragraph(sayStarted(followUp, language), 'strong');
  const kept = followUp.activities.filter(({ withdrawalReason }) => withdrawalReason === null);
  if ([...kept, ...followUp.frame.editions].some(({ isSimulated }) => isSimulated))
    report.paragraph(say('madeUpFollowUp'), 'strong');
  report.table({
    columns: [say('step'), say('state'), say('since')],
    rows: rows.map(({ code, name, followed }) => [
      `${code} ${name[language]}`,
      words.followed(followed),
      followed.since ?? '–',
    ]),
  });
  const told = rows.flatMap((row) => {
    const what = withWhat(row, today, telling);
    return what.length === 0 ? [] : [say('withLine', { step: row.code, what: what.join('; ') })];
  });
  if (told.length === 0) return;
  report.heading(3, say('withWhat'));
  report.list(told);
}

function tellPortfolio({ report, view, language }: Telling, { activities, frame }: FollowUp): void {
  const say = besideWordsIn(language);
  const words = portfolioWords(language);
  const kept = activities.flatMap(({ activity, withdrawalReason }) => (withdrawalReason === null ? [activity] : []));
  report.heading(3, say('portfolio'));
  if (kept.length === 0) {
    report.paragraph(say('noActivities'));
    return;
  }
  const amountOf = ({ kronor, withoutAmount }: PortfolioSum): string => {
    if (withoutAmount === 0) return view.count(kronor);
    return kronor === 0 ? say('unknown') : say('atLeast', { kronor: view.count(kronor) });
  };
  const row = (name: string, sum: PortfolioSum): string[] => [name, String(sum.activities), amountOf(sum)];
  const hasSome = ({ sum }: { readonly sum: PortfolioSum }) => sum.activities > 0;
  const all = row(say('all'), sumAll(kept));
  const areaOf = (code: string | null): string =>
    code === null ? say('withoutS3') : (frame.lists.s3Areas.find((area) => area.code === code)?.name[language] ?? code);
  report.table({
    columns: [say('money'), say('activities'), say('kronor')],
    rows: [
      ...sumByFunding(kept)
        .filter(hasSome)
        .map(({ tag, sum }) => row(words.funding(tag), sum)),
      all,
    ],
  });
  const areas = frame.lists.s3Areas.map(({ code }) => code);
  report.table({
    columns: [say('s3Area'), say('activities'), say('kronor')],
    rows: [
      ...sumByS3Area(kept, areas)
        .filter(hasSome)
        .map(({ s3Area, sum }) => row(areaOf(s3Area), sum)),
      all,
    ],
  });
  report.paragraph(say('sumsLimit'), 'quiet');
}

/** Which steps of the strategy have started, since when and with what, and sums of the portfolio: in a region's own copy. */
export const tellFollowUp: Chapter = (telling) => {
  const { report, beside, language } = telling;
  if (beside.followUp === null) return;
  report.heading(2, besideWordsIn(language)('followUp'));
  tellSteps(telling, beside.followUp);
  tellPortfolio(telling, beside.followUp);
};
