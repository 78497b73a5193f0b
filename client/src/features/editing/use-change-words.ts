import { useLingui } from '@lingui/react/macro';
import type { ChangeKind, ScoringPart } from '#shared/domain/instrument/version/difference.ts';

/** What can differ between two versions, in the reader's language. */
export function useChangeWords() {
  const { t } = useLingui();
  const kinds: Record<ChangeKind, string> = {
    added: t`added`,
    removed: t`taken away`,
    reworded: t`reworded`,
    moved: t`moved`,
    rescaled: t`other answers or points`,
    reweighted: t`other weight`,
    'path-changed': t`asked of others`,
  };
  const scoring: Record<ScoringPart, string> = {
    version: t`the name of the rules`,
    ladderPoints: t`the points of the levels`,
    minimumShareAnswered: t`the share that must be answered`,
    bands: t`the bands`,
    stagedLevels: t`the stages of the process level`,
    gaps: t`the differences between context questions`,
  };
  return { kinds, scoring };
}
