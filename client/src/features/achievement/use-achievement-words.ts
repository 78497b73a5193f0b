import { useLingui } from '@lingui/react/macro';
import { acceptedStates, type FirstOutcome, firstOutcomes } from '#shared/domain/achievement/requests.ts';
import { moveReasons } from '#shared/domain/referral/move-words.ts';

type AcceptedState = (typeof acceptedStates)[number];
type DeclineReason = (typeof moveReasons)['decline'][number];

function nameIn<Code extends string>(codes: readonly Code[], names: Record<Code, string>) {
  return (code: string): string => {
    const known = codes.find((each) => each === code);
    return known === undefined ? code : names[known];
  };
}

/** What became of requests. */
export function useAchievementWords() {
  const { t } = useLingui();
  const answerOf: Record<FirstOutcome, string> = {
    accepted: t`Yes`,
    declined: t`No`,
    'handed-over': t`Passed on to another provider`,
    withdrawn: t`Withdrawn by the firm before an answer`,
    open: t`Waiting for an answer`,
  };
  const stateOf: Record<AcceptedState, string> = {
    'under-way': t`Under way`,
    completed: t`Package completed`,
    discontinued: t`Broken off`,
    'ended-otherwise': t`Ended otherwise`,
  };
  const reasonOf: Record<DeclineReason, string> = {
    'not-eligible': t`The firm did not meet the conditions`,
    'no-capacity': t`There was no room`,
    'another-package-fits': t`Another package fits better`,
    'firm-not-reached': t`The firm could not be reached`,
    'firm-not-interested': t`The firm was no longer interested`,
    other: t`Another reason`,
  };
  return {
    answer: nameIn(firstOutcomes, answerOf),
    state: nameIn(acceptedStates, stateOf),
    reason: nameIn(moveReasons.decline, reasonOf),
  };
}
