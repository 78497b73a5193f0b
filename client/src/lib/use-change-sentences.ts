import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ChangeFindings } from '#shared/domain/change/change-findings.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useLanguage, useLocalised } from './use-language.ts';

type Named = { readonly name: LocalisedText };

/** What has become of a firm in sentences, before any figure: what holds first, then what is a sign only. */
export function useChangeSentences() {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const names = (areas: readonly Named[]) =>
    listInWords(
      areas.map(({ name }) => localise(name)),
      language,
    );
  const said = (sentence: string, areas: string): string[] => (areas === '' ? [] : [sentence]);

  const held = ({ of, compared }: ChangeFindings<Named>): string[] => {
    const [up, down] = [names(of.risen), names(of.fallen)];
    // Of one area alone there is nothing that it is compared at once with.
    if (compared === 1) return [...said(t`Risen: ${up}.`, up), ...said(t`Fallen: ${down}.`, down)];
    return [
      ...said(t`Risen, also with regard to ${compared} areas being compared at once: ${up}.`, up),
      ...said(t`Fallen, also with regard to ${compared} areas being compared at once: ${down}.`, down),
    ];
  };
  const signs = ({ of, compared, headline }: ChangeFindings<Named>): string[] => {
    const [up, down] = [names(of['sign-of-rise']), names(of['sign-of-fall'])];
    if (up === '' && down === '') return [];
    return [
      ...said(t`Sign of a rise: ${up}.`, up),
      ...said(t`Sign of a fall: ${down}.`, down),
      headline === 'signs'
        ? t`When ${compared} areas are compared at once, chance alone lets about one in twenty seem to have changed. None of these is so large that it holds with regard to that: take them as signs.`
        : t`When ${compared} areas are compared at once, chance alone lets about one in twenty seem to have changed. A sign is more than the error of measurement for its area alone, but does not hold with regard to that.`,
    ];
  };
  const left = ({ of }: ChangeFindings<Named>): string[] => {
    const count = of['within-error'].length;
    if (count === 0) return [];
    return [
      t`${plural(count, {
        one: '# area cannot be told from the error of measurement: that is not the same as unchanged.',
        other: '# areas cannot be told from the error of measurement: that is not the same as unchanged.',
      })}`,
    ];
  };

  return {
    title: ({ of, headline }: ChangeFindings<Named>): string => {
      const [up, down] = [of.risen.length, of.fallen.length];
      switch (headline) {
        case 'holding':
          if (up > 0 && down > 0) return t`Areas that have surely risen: ${up}, fallen: ${down}`;
          return up > 0
            ? t`${plural(up, { one: '# area has surely risen', other: '# areas have surely risen' })}`
            : t`${plural(down, { one: '# area has surely fallen', other: '# areas have surely fallen' })}`;
        case 'signs':
          return t`No area has surely changed`;
        case 'nothing':
          return t`No change can be told from the error of measurement`;
      }
    },
    sentences: (found: ChangeFindings<Named>): string[] => [...held(found), ...signs(found), ...left(found)],
  };
}
