import { useLingui } from '@lingui/react/macro';
import type { ChangeWorth } from '#shared/domain/cohort/change-worth.ts';
import { overlapping } from '#shared/domain/cohort/overlaps.ts';
import type { PlanEdition, PlanFirm } from '#shared/domain/cohort/problem.ts';
import type { PlaceChange, WhyNot } from '#shared/domain/cohort/why-not.ts';
import { holdsPlace } from '#shared/domain/edition/placement-states.ts';
import type { PlanView } from './plan-view.ts';
import type { PlanWords } from './use-plan-words.ts';

/** What a change would give and take, term by term. */
function useTermWords(words: PlanWords) {
  const { t } = useLingui();
  const signed = (value: number): string => (value > 0 ? `+${words.points(value)}` : words.points(value));
  const shareWords = ({ shares }: ChangeWorth): string =>
    shares
      .map(({ county: code, after, goal }) => {
        const county = words.county(code);
        return t`${county} would have ${after}, its share is ${goal}`;
      })
      .join(', ');
  return (worth: ChangeWorth): string => {
    const [firms, county, sizes, counties, large] = [
      worth.firms,
      worth.county,
      worth.sizes,
      worth.counties,
      worth.large,
    ].map(signed);
    const shares = shareWords(worth);
    return [
      worth.firms !== 0 && t`${firms} for the firms`,
      worth.county !== 0 && t`${county} for places of counties (${shares})`,
      worth.sizes !== 0 && t`${sizes} for the wish for sizes`,
      worth.counties !== 0 && t`${counties} for the wish for counties`,
      worth.large !== 0 && t`${large} for the wish for a large firm`,
    ]
      .filter((term) => term !== false)
      .join('; ');
  };
}

/** Of whom and of which group it is told. */
type WhyAt = { readonly firm: Pick<PlanFirm, 'firmId'>; readonly edition: PlanEdition };

/** Why a firm is not in an edition, in words that end without a full stop. */
export function useWhyWords(view: PlanView, words: PlanWords) {
  const { t } = useLingui();
  const termWords = useTermWords(words);
  const firmName = (firmId: string): string => {
    const firm = view.firm(firmId);
    return firm === undefined ? '–' : words.firm(firm.words);
  };
  const editionName = (editionId: string): string => {
    const edition = view.edition(editionId);
    return edition === undefined ? '–' : words.edition(edition.words);
  };
  const worthWords = ({ worth }: PlaceChange): string => {
    const points = words.points(Math.abs(worth.total));
    const terms = termWords(worth);
    if (worth.total > 0) return t`the plan would be worth ${points} points more, which the search did not come to`;
    if (worth.total === 0) return t`the plan would be worth the same`;
    return t`the plan would be worth ${points} points less: ${terms}`;
  };
  const fullWords = ({ points: own, change }: Extract<WhyNot, { kind: 'full' }>): string => {
    if (!view.hasPoints) return t`full`;
    if (change === null || change.firmId === null)
      return t`full, and nobody there can be taken out alone: they are locked or belong together`;
    const { worth, points: others } = change;
    const county = view.firm(change.firmId)?.county;
    const bare = firmName(change.firmId);
    const name = worth.county === 0 || county === undefined ? bare : `${bare} (${words.county(county)})`;
    if (worth.total < 0 && worth.firms === worth.total) {
      const [points, least] = [words.points(own), words.points(others ?? 0)];
      return t`full: ${points} points, and ${name}, the nearest of those who got in, has ${least}`;
    }
    const what = worthWords(change);
    return t`full: in the place of ${name}, ${what}`;
  };
  const elsewhereWords = ({ change, ...why }: Extract<WhyNot, { kind: 'elsewhere' }>): string => {
    const edition = editionName(why.editionId);
    if (!view.hasPoints) return t`is in ${edition} by the plan`;
    const [points, there] = [words.points(why.points), words.points(why.there)];
    const is = t`is in ${edition}, worth ${there} points there and ${points} here`;
    if (change === null)
      return t`${is}. It cannot be here by one change: its group would be too small, or locks and pairs stand in the way`;
    const what = worthWords(change);
    if (change.firmId === null) return t`${is}. Here instead, ${what}`;
    const name = firmName(change.firmId);
    return t`${is}. Here instead of ${name}, ${what}`;
  };
  const datesWords = ({ firm, edition }: WhyAt): string => {
    const held = overlapping(edition, view.elsewhere(firm.firmId)).filter(({ status }) => holdsPlace(status));
    if (held.length === 0) return t`takes part in something else then`;
    const names = held.map((place) => `${words.edition(place)} (${words.when(place)})`).join(', ');
    return t`has a place then in ${names}`;
  };
  return (why: WhyNot, at: WhyAt): string => {
    switch (why.kind) {
      case 'has-place':
        return t`has a place already`;
      case 'no-need':
        return t`does not need the package`;
      case 'locked':
        return t`kept out by you`;
      case 'placed-elsewhere': {
        const edition = editionName(why.editionId);
        return t`has a place already in ${edition}`;
      }
      case 'too-far':
        return why.km === null ? t`too far: the distance is not known` : t`too far: about ${why.km} km`;
      case 'dates':
        return datesWords(at);
      case 'apart':
        return t`kept apart from ${firmName(why.firmId)}`;
      case 'together':
        return t`to be together with ${firmName(why.firmId)}, who is not there`;
      case 'held':
        return why.locked === 0
          ? t`every place is held by firms that had it before the plan`
          : t`every place is held: ${why.placed} by firms that had it before the plan, ${why.locked} by your locks`;
      case 'elsewhere':
        return elsewhereWords(why);
      case 'not-held':
        return t`no group there: the smallest group is not reached, or it is not worth it`;
      case 'too-few':
        return t`the smallest group is not reached there`;
      case 'full':
        return fullWords(why);
      case 'not-better': {
        if (!view.hasPoints) return t`there was room, but wishes and goals weighed more`;
        const points = words.points(why.points);
        return t`there is room, but wishes and goals weigh more than its ${points} points`;
      }
    }
  };
}
