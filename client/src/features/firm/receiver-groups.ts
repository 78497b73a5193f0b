import type { FirmAccess } from '#shared/contracts/firms.ts';
import { regionsReceiver } from '#shared/domain/access/consent.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import type { SelectGroup } from '../../ui/field/select-field.tsx';

type Receiver = FirmAccess['receivers'][number];

/** SCB county codes. The names are the same in every language. */
const countyNames: Readonly<Record<string, string>> = { '17': 'Värmland', '20': 'Dalarna', '21': 'Gävleborg' };

function placeOf({ counties }: Receiver): string | undefined {
  const [only, ...more] = counties;
  return only === undefined || more.length > 0 ? undefined : countyNames[only];
}

/** The providers that can be let in, under the county where they are; those of no single county come last. */
export function groupReceivers(
  receivers: readonly Receiver[],
  localise: (text: LocalisedText) => string,
  elsewhere: string,
): SelectGroup[] {
  const options = receivers
    .filter(({ code }) => code !== regionsReceiver)
    .map((receiver) => ({
      place: placeOf(receiver) ?? elsewhere,
      option: { value: receiver.code, label: localise(receiver.name) },
    }));
  return [...Object.values(countyNames), elsewhere]
    .map((label) => ({
      label,
      options: options
        .filter(({ place }) => place === label)
        .map(({ option }) => option)
        .toSorted((one, other) => one.label.localeCompare(other.label, 'sv')),
    }))
    .filter(({ options: inPlace }) => inPlace.length > 0);
}
