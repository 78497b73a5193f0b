import { useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { firstComparedGroup } from '#shared/domain/benchmark/first-compared-group.ts';
import { useLocalised } from '../../lib/use-language.ts';
import type { ComparedGroup, Published } from './compared-areas.ts';

const parameter = 'compare';

/** By what the group is made of and not by what the firm is: an address that is sent on tells nothing of the firm. */
export const addressOf = ({ key }: ComparedGroup): string =>
  key
    .split('&')
    .map((part) => part.split('=')[0])
    .join('-');

/** With whom the firm is compared, as the address says. What it says of groups that there are not is ignored. */
export function useComparedGroup({ groups }: Pick<Published, 'groups'>) {
  const [search, setSearch] = useSearchParams();
  const group = groups.find((each) => addressOf(each) === search.get(parameter)) ?? firstComparedGroup(groups);
  return {
    group,
    /** Back leads to the group before. */
    choose: (address: string) =>
      setSearch(
        (current) => {
          const next = new URLSearchParams(current);
          next.set(parameter, address);
          return next;
        },
        { preventScrollReset: true },
      ),
  };
}

/** What the firms of a group have in common. */
export function useGroupName() {
  const { t } = useLingui();
  const localise = useLocalised();
  return ({ values }: ComparedGroup): string =>
    values.length === 0
      ? t`All firms that have answered`
      : values.map(({ attribute, value }) => `${localise(attribute)}: ${localise(value)}`).join(', ');
}
