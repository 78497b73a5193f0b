import { counties } from '#shared/domain/firm/firm-profile.ts';
import { fundingTags } from '#shared/domain/followup/activity.ts';
import { isInPortfolio, type PortfolioFilter } from '#shared/domain/followup/portfolio.ts';
import { type PortfolioWords, portfolioWords } from '#shared/domain/followup/portfolio-words.ts';
import type { Language, LocalisedText } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { dayInWords } from '../../platform/mail/swedish-time.ts';
import type { ActivityRowBody } from './describe-entry.ts';
import type { FrameBody } from './describe-frame.ts';
import { listActivities } from './list-activities.ts';

export type WantedPortfolio = PortfolioFilter & { readonly organisationId: string; readonly language: Language };

/** Amounts are numbers, or empty where they are not known; everything else is text. */
export type PortfolioCell = string | number;
export type PortfolioSheet = {
  readonly name: string;
  readonly about: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly PortfolioCell[])[];
};

type Named = { readonly code: string; readonly name: LocalisedText };
type Names = { readonly of: (named: readonly Named[], codes: readonly string[]) => string; readonly counties: Named[] };

function namesIn(language: Language, counties: Named[]): Names {
  const of = (named: readonly Named[], codes: readonly string[]) =>
    codes.map((code) => named.find((each) => each.code === code)?.name[language] ?? code).join(', ');
  return { of, counties };
}

const textColumns = [
  'name',
  'otherName',
  'region',
  'steps',
  'stepNames',
  'status',
  'from',
  'until',
  'packages',
  'project',
  'reference',
  'goals',
  's3Area',
  'policyAreas',
  'counties',
  'programmes',
  'responsible',
  'link',
  'funding',
] as const;

function rowOf(
  { activity, organisationName, isSimulated }: ActivityRowBody,
  { lists, packages, steps }: FrameBody,
  { words, names }: { readonly words: PortfolioWords; readonly names: Names },
): PortfolioCell[] {
  const { language } = words;
  const texts: Record<(typeof textColumns)[number], string> = {
    name: activity.name[language],
    otherName: activity.name[language === 'sv' ? 'en' : 'sv'],
    region: organisationName[language],
    steps: activity.steps.join(', '),
    stepNames: names.of(steps, activity.steps),
    status: words.status(activity.status),
    from: activity.from,
    until: activity.until ?? '',
    packages: names.of(packages, activity.packages),
    project: activity.project?.name ?? '',
    reference: activity.project?.reference ?? '',
    goals: activity.goals,
    s3Area: names.of(lists.s3Areas, activity.s3Area === null ? [] : [activity.s3Area]),
    policyAreas: names.of(lists.policyAreas, activity.policyAreas),
    counties: activity.counties.length === 0 ? words.say('all') : names.of(names.counties, activity.counties),
    programmes: names.of(lists.programmes, activity.programmes),
    responsible: activity.responsible,
    link: activity.link ?? '',
    funding: activity.funding
      .map(({ tag, kronor }) =>
        kronor === null ? `${words.funding(tag)} (${words.say('unknownAmount')})` : words.funding(tag),
      )
      .join(', '),
  };
  const amounts = fundingTags.map((tag): PortfolioCell => {
    const part = activity.funding.find((each) => each.tag === tag);
    return part?.kronor ?? '';
  });
  return [...textColumns.map((column) => texts[column]), ...amounts, words.say(isSimulated ? 'yes' : 'no')];
}

/** The activities that the page shows with the same filter, a row for each. */
export async function listPortfolio(
  context: Context,
  access: AccessContext,
  { organisationId, language, ...filter }: WantedPortfolio,
): Promise<PortfolioSheet> {
  const { activities, frame } = await listActivities(context, access, organisationId);
  const words = portfolioWords(language);
  const named = counties.map((code) => context.bundle.firmProfileOptions.counties.find((each) => each.code === code));
  const names = namesIn(
    language,
    named.filter((each) => each !== undefined),
  );
  const kept = activities.filter((row) => row.withdrawalReason === null && isInPortfolio(row, filter));
  const day = dayInWords(context.clock.now(), language);
  return {
    name: words.say('sheet'),
    about: [
      words.say('about'),
      words.say('made', { day, count: String(kept.length) }),
      ...(kept.some(({ isSimulated }) => isSimulated) ? [words.say('simulated')] : []),
    ],
    head: [
      ...textColumns.map((column) => words.say(column)),
      ...fundingTags.map((tag) => words.say('kronor', { tag: words.funding(tag) })),
      words.say('isSimulated'),
    ],
    rows: kept.map((row) => rowOf(row, frame, { words, names })),
  };
}
