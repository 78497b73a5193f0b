import { useSearchParams } from 'react-router';
import type { PackageDocument } from '#shared/contracts/packages.ts';
import { counties } from '#shared/domain/firm/firm-profile.ts';
import { useLocalised } from '../../lib/use-language.ts';
import type { SelectOption } from '../../ui/field/select-field.tsx';
import { usePackageWords } from './use-package-words.ts';

const parameters = ['area', 'county'] as const;
type Parameter = (typeof parameters)[number];

function useOptions(packages: readonly PackageDocument[]): Record<Parameter, SelectOption[]> {
  const localise = useLocalised();
  const words = usePackageWords();
  const names = new Map(
    packages.flatMap(({ dimensions }) => dimensions.map(({ code, name }) => [code, localise(name)] as const)),
  );
  return {
    area: [...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'sv')),
    county: counties.map((value) => ({ value, label: words.county(value) })),
  };
}

/** Which packages are shown, as the address says. What it says of areas and counties that do not exist is ignored. */
export function usePackageFilter(packages: readonly PackageDocument[]) {
  const [search, setSearch] = useSearchParams();
  const options = useOptions(packages);
  const chosen = (name: Parameter): string =>
    options[name].find(({ value }) => value === search.get(name))?.value ?? '';
  const area = chosen('area');
  const county = chosen('county');
  return {
    options,
    area,
    county,
    shown: packages.filter(
      ({ dimensions, counties: held }) =>
        (area === '' || dimensions.some(({ code }) => code === area)) &&
        (county === '' || held.some((code) => code === county)),
    ),
    choose: (name: Parameter, value: string) =>
      setSearch(
        (current) => {
          const next = new URLSearchParams(current);
          if (value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    clear: () => setSearch({}, { replace: true }),
  };
}
