import { useLingui } from '@lingui/react/macro';
import type { FollowUpFrame } from '#shared/contracts/follow-up.ts';
import type { Activity } from '#shared/domain/followup/activity.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

type Named = readonly { readonly code: string; readonly name: LocalisedText }[];
export type WordedFact = { readonly term: string; readonly detail: string };

/** What stands in an activity, in words, in the order of the form. */
export function useActivityFacts({ steps, packages, lists }: FollowUpFrame): (activity: Activity) => WordedFact[] {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useFollowUpWords();
  const none = '–';
  const listed = (parts: readonly string[]) => (parts.length === 0 ? none : listInWords(parts, language));
  const named = (all: Named, codes: readonly string[]) =>
    listed(codes.map((code) => localise(all.find((each) => each.code === code)?.name ?? { sv: code, en: code })));
  const amount = (kronor: number | null) => (kronor === null ? t`amount not given` : words.kronor(kronor));
  return (activity) => {
    const { project, s3Area } = activity;
    const reference = project?.reference ?? null;
    return [
      { term: t`Name in Swedish`, detail: activity.name.sv },
      { term: t`Name in English`, detail: activity.name.en },
      {
        term: t`Steps of the strategy`,
        detail: activity.steps.map((code) => `${code} ${named(steps, [code])}`).join('; '),
      },
      { term: t`Status`, detail: words.status(activity.status) },
      { term: t`Period`, detail: words.period(activity.from, activity.until) },
      { term: t`Goals`, detail: activity.goals },
      { term: t`Who answers for it`, detail: activity.responsible },
      { term: t`Packages`, detail: named(packages, activity.packages) },
      {
        term: t`Project`,
        detail: project === null ? none : reference === null ? project.name : `${project.name} (${reference})`,
      },
      { term: t`Link`, detail: activity.link ?? none },
      {
        term: t`Funding`,
        detail: listed(activity.funding.map(({ tag, kronor }) => `${words.funding(tag)}: ${amount(kronor)}`)),
      },
      { term: t`S3 area`, detail: s3Area === null ? none : words.s3Area(lists.s3Areas, s3Area) },
      {
        term: t`Carried out in`,
        detail: activity.counties.length === 0 ? t`All three counties` : listed(activity.counties.map(words.county)),
      },
      { term: t`Policy areas`, detail: named(lists.policyAreas, activity.policyAreas) },
      { term: t`National and European`, detail: named(lists.programmes, activity.programmes) },
    ];
  };
}

/** The facts of the later that the earlier does not have. */
export function changedFacts(earlier: readonly WordedFact[], later: readonly WordedFact[]): WordedFact[] {
  return later.filter(({ detail }, at) => earlier[at]?.detail !== detail);
}
