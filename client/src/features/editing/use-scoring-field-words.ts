import { useLingui } from '@lingui/react/macro';

/** What the fields of the scoring rules are called. */
export function useScoringFieldWords() {
  const { t } = useLingui();
  return {
    version: t`Name of the rules`,
    ladderPoints: t`Points of the five levels`,
    bands: t`Lower limits of the bands`,
    minimumShareAnswered: t`Share of an area's questions that must be answered for a level`,
    practices: t`Practices that each stage asks for`,
    atLeast: t`Points, at least`,
  };
}
