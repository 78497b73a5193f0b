import { useLingui } from '@lingui/react/macro';
import type { IndexValue } from '#shared/domain/followup/index-value.ts';
import { useLocalised } from '../../lib/use-language.ts';
import type { Dimension } from './api.ts';
import type { WordedFact } from './use-activity-facts.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

/** What stands in a value of an index, in words, in the order of the form. */
export function useIndexFacts(dimensions: readonly Dimension[]): (value: IndexValue) => WordedFact[] {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useFollowUpWords();
  const nameOf = (code: string) =>
    localise(dimensions.find((each) => each.code === code)?.name ?? { sv: code, en: code });
  return (value) => [
    { term: t`Index`, detail: value.index },
    { term: t`Source`, detail: value.source },
    { term: t`Link`, detail: value.link },
    { term: t`Year`, detail: String(value.year) },
    { term: t`Geography`, detail: words.geography(value.geography) },
    { term: t`What it measures`, detail: value.measures },
    { term: t`Nearest area of ours`, detail: value.dimension === null ? t`None` : nameOf(value.dimension) },
    { term: t`Value`, detail: words.value(value) },
    { term: t`Scale`, detail: words.scale(value) },
    { term: t`How far it can be compared`, detail: value.note },
  ];
}
