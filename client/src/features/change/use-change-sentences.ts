import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { formatList } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import type { AreasByVerdict, Judged } from './compared-areas.ts';

/** What has become of a firm in sentences, before any figure. */
export function useChangeSentences() {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const names = (areas: readonly Judged[]) =>
    formatList(
      areas.map(({ name }) => localise(name)),
      language,
    );
  return {
    title: ({ risen, fallen }: AreasByVerdict): string => {
      const [up, down] = [risen.length, fallen.length];
      if (up > 0 && down > 0) return t`Areas that have risen: ${up}. Areas that have fallen: ${down}.`;
      if (up > 0) return t`${plural(up, { one: '# area has risen', other: '# areas have risen' })}`;
      if (down > 0) return t`${plural(down, { one: '# area has fallen', other: '# areas have fallen' })}`;
      return t`No change can be told from the error of measurement`;
    },
    sentences: ({ risen, fallen, within, holding, compared }: AreasByVerdict): string[] => {
      const [up, down, sure] = [names(risen), names(fallen), names(holding)];
      const [told, count, left] = [risen.length + fallen.length, compared.length, within.length];
      return [
        ...(risen.length > 0 ? [t`Risen by more than the error of measurement: ${up}.`] : []),
        ...(fallen.length > 0 ? [t`Fallen by more than the error of measurement: ${down}.`] : []),
        ...(left > 0
          ? [
              t`${plural(left, {
                one: '# area cannot be told from the error of measurement: that is not the same as unchanged.',
                other: '# areas cannot be told from the error of measurement: that is not the same as unchanged.',
              })}`,
            ]
          : []),
        ...(told > 0 && holding.length > 0
          ? [t`Holds also with regard to ${count} areas being compared at once: ${sure}.`]
          : []),
        ...(told > 0 && holding.length === 0
          ? [
              t`When ${count} areas are compared at once, chance alone lets about one in twenty seem to have changed. None of these is so large that it holds with regard to that: take them as signs.`,
            ]
          : []),
      ];
    },
  };
}
