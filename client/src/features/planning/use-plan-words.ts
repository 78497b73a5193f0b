import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { PlanCandidates, PlanEditionWords, PlanFirmWords, PlanSummary } from '#shared/contracts/plans.ts';
import type { FirmProfileOptions } from '#shared/contracts/site.ts';
import type { PlanEdition } from '#shared/domain/cohort/problem.ts';
import type { WhyNot } from '#shared/domain/cohort/why-not.ts';
import { formatNumber, formatShortDay } from '../../lib/format.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';

type EditionFacts = Pick<PlanEdition, 'editionId' | 'position' | 'period'>;
type EditionName = Pick<PlanEditionWords, 'name' | 'packageName' | 'municipality'>;
type Hindrance = PlanCandidates['hindered'][number]['hindrance'];

/** What firms, editions, places and reasons are called. */
export function usePlanWords(options: FirmProfileOptions) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const { firm, size, county } = useFirmWords();
  const municipality = (code: string | null): string =>
    options.municipalities.find((each) => each.code === code)?.name ?? county('outside');
  const day = (date: string): string => formatShortDay(date, language);
  const edition = ({ name: own, packageName }: Pick<EditionName, 'name' | 'packageName'>): string =>
    own ?? localise(packageName);
  const where = (
    { position }: Pick<EditionFacts, 'position'>,
    { municipality: code }: Pick<EditionName, 'municipality'>,
  ) => (position === null ? t`Online` : municipality(code));
  const when = ({ period }: Pick<EditionFacts, 'period'>): string => `${day(period.from)} – ${day(period.to)}`;
  const hindrance: Record<Hindrance, string> = {
    'has-place': t`has a place in another group for the package`,
    'waits-elsewhere': t`is on the waiting list of another group for the package`,
    completed: t`has completed the package`,
    'said-no': t`said no or left during the last year`,
    'request-ended': t`its last request ended without the package`,
  };
  const kinds: Record<WhyNot['kind'], string> = {
    'has-place': t`Has a place already`,
    'no-need': t`Does not need the package`,
    locked: t`Kept out by you`,
    'too-far': t`Too far`,
    dates: t`Takes part in something else then`,
    'placed-elsewhere': t`Has a place in another group`,
    elsewhere: t`Is in another group by the plan`,
    apart: t`Kept apart from a firm that is there`,
    together: t`To be together with a firm that is not there`,
    'not-held': t`No group there`,
    'too-few': t`The smallest group is not reached`,
    held: t`Every place is held`,
    full: t`Full`,
    'not-better': t`Wishes and goals weigh more`,
  };
  const points = (value: number): string => formatNumber(value, language);
  return {
    municipality,
    firm: ({ name }: Pick<PlanFirmWords, 'name'>): string => firm(name),
    edition,
    where,
    when,
    /** As one of several to choose from. */
    named: (facts: EditionFacts, called: EditionName) => ({
      editionId: facts.editionId,
      name: edition(called),
      hint: `${where(facts, called)}, ${when(facts)}`,
    }),
    size,
    county,
    km: (km: number | null): string => {
      if (km === null) return t`distance unknown`;
      return t`about ${km} km`;
    },
    points,
    hindrance: (code: Hindrance): string => hindrance[code],
    waited: (days: number): string => t`${plural(days, { one: 'has waited # day', other: 'has waited # days' })}`,
    hasWaited: (days: number): string => t`${plural(days, { one: 'Has waited # day.', other: 'Has waited # days.' })}`,
    whyNotKind: (kind: WhyNot['kind']): string => kinds[kind],
  };
}
export type PlanWords = ReturnType<typeof usePlanWords>;

export function usePlanState() {
  const { t } = useLingui();
  return ({ status, outcome }: Pick<PlanSummary, 'status' | 'outcome'>): string => {
    switch (status) {
      case 'waiting':
        return t`Waits for its turn`;
      case 'solving':
        return t`Being looked for`;
      case 'cancelled':
        return t`Called off`;
      case 'failed':
        return t`Failed`;
      case 'interrupted':
        return t`Interrupted`;
      case 'done':
        if (outcome === 'optimal') return t`Best possible`;
        if (outcome === 'feasible') return t`Good, not proven best`;
        return outcome === 'infeasible' ? t`Impossible` : t`Nothing found in time`;
    }
  };
}
