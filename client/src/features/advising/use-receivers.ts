import { useLingui } from '@lingui/react/macro';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import type { SelectGroup } from '../../ui/field/select-field.tsx';
import { type Catalogue, fetchCatalogue } from './queue-api.ts';
import type { RequestTarget } from './referral-action.ts';
import { useLoaded } from './use-loaded.ts';

type Provider = Catalogue[number]['providers'][number];

/** Who else could go on: those who give every one of the packages, and the rest. */
function findReceivers(
  catalogue: Catalogue,
  targets: readonly RequestTarget[],
): { giving: Provider[]; others: Provider[] } {
  const all = new Map(catalogue.flatMap(({ providers }) => providers).map((each) => [each.code, each]));
  const possible = [...all.values()].filter(({ name }) => targets.every(({ provider }) => provider.sv !== name.sv));
  const gives = ({ code }: Provider, packageCode: string) =>
    catalogue.some((each) => each.code === packageCode && each.providers.some((provider) => provider.code === code));
  const isGiving = (provider: Provider) => targets.every(({ packageCode }) => gives(provider, packageCode));
  return { giving: possible.filter(isGiving), others: possible.filter((each) => !isGiving(each)) };
}

/** The providers that requests can be handed over to, as choices; undefined until they have come. */
export function useReceivers(targets: readonly RequestTarget[], isWanted: boolean) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const { value: catalogue, failure, retry } = useLoaded(isWanted ? 'catalogue' : null, fetchCatalogue);
  const optionsOf = (providers: readonly Provider[]) =>
    providers
      .map(({ code, name }) => ({ value: code, label: localise(name) }))
      .sort((a, b) => a.label.localeCompare(b.label, language));
  const groupsOf = (known: Catalogue): SelectGroup[] => {
    const { giving, others } = findReceivers(known, targets);
    return [
      { label: t`Give the same package`, options: optionsOf(giving) },
      { label: t`Other providers`, options: optionsOf(others) },
    ].filter(({ options }) => options.length > 0);
  };
  return { groups: catalogue && groupsOf(catalogue), failure, retry };
}
