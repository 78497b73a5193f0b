import type { LocalisedText } from '#shared/domain/language.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import type { SelectOption } from '../../ui/field/select-field.tsx';
import { fetchCatalogue } from './queue-api.ts';
import { useLoaded } from './use-loaded.ts';

/** The packages that the organisations give, or all where it is not known; and those that are chosen already. */
export function usePackageOptions(
  organisations: readonly LocalisedText[],
  chosen: readonly string[],
  isWanted: boolean,
): SelectOption[] {
  const language = useLanguage();
  const localise = useLocalised();
  const { value: catalogue = [] } = useLoaded(isWanted || chosen.length > 0 ? 'catalogue' : null, fetchCatalogue);
  const own = catalogue.filter(({ providers }) =>
    providers.some(({ name }) => organisations.some((organisation) => organisation.sv === name.sv)),
  );
  const offered = own.length > 0 ? own : catalogue;
  const known = catalogue.filter((each) => offered.includes(each) || chosen.includes(each.code));
  const unknown = chosen.filter((code) => !catalogue.some((each) => each.code === code));
  return [
    ...known
      .map(({ code, name }) => ({ value: code, label: localise(name) }))
      .sort((a, b) => a.label.localeCompare(b.label, language)),
    ...unknown.map((code) => ({ value: code, label: code })),
  ];
}
