import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ChangeFindings } from '#shared/domain/change/change-findings.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { formatList } from './format.ts';
import { useLanguage, useLocalised } from './use-language.ts';

type Named = { readonly name: LocalisedText };

/** What has become of a firm in sentences, before any figure: what holds first, then what is a sign only. */
export function useChangeSentences() {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const names = (areas: readonly Named[]) =>
    formatList(
      areas.map(({ name }) => localise(name)),
      language,
    );
  return {
    title: ({ of, headline }: ChangeFindings<Named>): string => {
      const [up, down] = [of.risen.length, of.fallen.length];
      switch (headline) {
        case 'holding':
          if (up > 0 && down > 0)
            return t`Areas that have surely risen: ${up}. Areas that have surely fallen: ${down}.`;
          return up > 0
            ? t`${plural(up, { one: '# area has surely risen', other: '# areas have surely risen' })}`
            : t`${plural(down, { one: '# area has surely fallen', other: '# areas have surely fallen' })}`;
        case 'signs':
          return t`No area has surely changed`;
        case 'nothing':
          return t`No change can be told from the error of measurement`;
      }
    },
    sentences: ({ of, compared, headline }: ChangeFindings<Named>): string[] => {
      const [up, down] = [names(of.risen), names(of.fallen)];
      const [signsUp, signsDown] = [names(of['sign-of-rise']), names(of['sign-of-fall'])];
      const left = of['within-error'].length;
      const signs = [
        ...(signsUp === '' ? [] : [t`Sign of a rise: ${signsUp}.`]),
        ...(signsDown === '' ? [] : [t`Sign of a fall: ${signsDown}.`]),
      ];
      return [
        ...(up === '' ? [] : [t`Risen, also with regard to ${compared} areas being compared at once: ${up}.`]),
        ...(down === '' ? [] : [t`Fallen, also with regard to ${compared} areas being compared at once: ${down}.`]),
        ...signs,
        ...(signs.length === 0
          ? []
          : [
              headline === 'signs'
                ? t`When ${compared} areas are compared at once, chance alone lets about one in twenty seem to have changed. None of these is so large that it holds with regard to that: take them as signs.`
                : t`When ${compared} areas are compared at once, chance alone lets about one in twenty seem to have changed. A sign is more than the error of measurement for its area alone, but does not hold with regard to that.`,
            ]),
        ...(left === 0
          ? []
          : [
              t`${plural(left, {
                one: '# area cannot be told from the error of measurement: that is not the same as unchanged.',
                other: '# areas cannot be told from the error of measurement: that is not the same as unchanged.',
              })}`,
            ]),
      ];
    },
  };
}
