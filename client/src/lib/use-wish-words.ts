import { useLingui } from '@lingui/react/macro';
import type { WishedEdition } from '#shared/contracts/wished-edition.ts';
import { formatDay } from './format.ts';
import { useLanguage } from './use-language.ts';

/** A group that a firm wishes: what it is called, where and when, and whether there is a place in it now. */
export function useWishWords() {
  const { t } = useLingui();
  const language = useLanguage();
  const standings: Record<WishedEdition['standing'], string> = {
    'places-left': t`places left`,
    'waiting-list': t`full, waiting list`,
    gone: t`takes no firms any more`,
  };
  return ({ name, place, startsOn, standing }: Omit<WishedEdition, 'editionId'>): string => {
    if (startsOn === null) return t`a group that takes no firms any more`;
    const starts = formatDay(startsOn, language);
    const where = place ?? t`online`;
    const begins = t`${where}, begins ${starts}`;
    const what = name === null ? begins : `${name}, ${begins}`;
    return `${what} (${standings[standing]})`;
  };
}
