/** Something that firms are divided by, with the values a firm can have. */
export type Attribute = { readonly code: string; readonly values: readonly string[] };

/** By what a release divides firms. `breakdowns` names the attributes of each table; the empty one is all firms. */
export type Frame = {
  readonly attributes: readonly Attribute[];
  readonly breakdowns: readonly (readonly string[])[];
};

/** A value of each attribute that a group is defined by; none for all firms. */
export type Place = Readonly<Record<string, string>>;

/**
 * Firms that a release says something of. `strata`: those that make it up, by index. A stratum holds the firms with the
 * same value of every attribute; nothing that is published can tell firms of one stratum apart.
 */
export type Group = { readonly key: string; readonly place: Place; readonly strata: readonly number[] };

/** How many strata there are. */
export function countStrata({ attributes }: Frame): number {
  return attributes.reduce((product, { values }) => product * values.length, 1);
}

/** The values of a stratum. Strata are numbered with the last attribute counting fastest. */
export function placeOf({ attributes }: Frame, stratum: number): Place {
  let rest = stratum;
  const pairs = attributes.toReversed().map(({ code, values }): [string, string] => {
    const value = values[rest % values.length] ?? '';
    rest = Math.floor(rest / values.length);
    return [code, value];
  });
  return Object.fromEntries(pairs.reverse());
}

/** How a group is named wherever it is stored: `county=17&branch=steel-and-metals`, and `all` for all firms. */
export function groupKey(place: Place): string {
  const pairs = Object.entries(place).map(([code, value]) => `${code}=${value}`);
  return pairs.length === 0 ? 'all' : pairs.join('&');
}

function placesOf(attributes: readonly Attribute[]): Place[] {
  return attributes.reduce<Place[]>(
    (places, { code, values }) => places.flatMap((place) => values.map((value) => ({ ...place, [code]: value }))),
    [{}],
  );
}

/**
 * The value of an attribute of firms that have not agreed to be divided by it. Groups of it are no groups: they are
 * protected like those that are, since others tell of them by subtraction, and never shown.
 */
export const unstated = 'unstated';

const isStated = ({ place }: Group): boolean => !Object.values(place).includes(unstated);

/** The values of an attribute that groups can have. */
export function statedValues({ attributes }: Pick<Frame, 'attributes'>, code: string): string[] {
  return (attributes.find((attribute) => attribute.code === code)?.values ?? []).filter((value) => value !== unstated);
}

/** All groups of all breakdowns, in the order of the frame. */
export function groupsOf(frame: Frame): Group[] {
  return placesOfAll(frame).filter(isStated);
}

/** What is left over where an attribute is not stated. */
export function unstatedGroupsOf(frame: Frame): Group[] {
  return placesOfAll(frame).filter((group) => !isStated(group));
}

function placesOfAll(frame: Frame): Group[] {
  const places = Array.from({ length: countStrata(frame) }, (_, stratum) => placeOf(frame, stratum));
  return frame.breakdowns.flatMap((codes) => {
    const attributes = codes
      .map((code) => frame.attributes.find((each) => each.code === code))
      .filter((each) => each !== undefined);
    return placesOf(attributes).map((place) => ({
      key: groupKey(place),
      place,
      strata: places.flatMap((own, stratum) =>
        Object.entries(place).every(([code, value]) => own[code] === value) ? [stratum] : [],
      ),
    }));
  });
}
