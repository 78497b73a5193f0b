import type { Structure } from '../instrument/definition.ts';
import type { Catalogue } from './catalogue.ts';

/** Everything that a part of the catalogue may name. */
export type KnownCodes = {
  readonly dimensions: ReadonlySet<string>;
  readonly bands: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly gaps: ReadonlySet<string>;
  readonly wishes: ReadonlySet<string>;
  readonly priorities: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
  readonly branches: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly attachments: ReadonlySet<string>;
  readonly notices: ReadonlySet<string>;
};

/** The codes that the instrument and the catalogue define. */
export function listKnownCodes(catalogue: Catalogue, structure: Structure): KnownCodes {
  return {
    dimensions: codesOf(structure.dimensions),
    bands: codesOf(structure.scoring.bands),
    items: new Set([...codesOf(structure.items), ...(catalogue.itemsNotAsked ?? [])]),
    gaps: codesOf(structure.scoring.gaps),
    wishes: new Set(wishChoices(structure)),
    priorities: codesOf(catalogue.priorities),
    steps: codesOf(catalogue.steps),
    providers: codesOf(catalogue.providers),
    branches: new Set(catalogue.branchProviders.map(({ branch }) => branch)),
    packages: codesOf(catalogue.packages),
    tags: new Set(catalogue.packages.flatMap(({ tags }) => tags)),
    attachments: codesOf(catalogue.attachments),
    notices: codesOf(catalogue.notices),
  };
}

const codesOf = (list: readonly { readonly code: string }[]): Set<string> => new Set(list.map(({ code }) => code));

const wishChoices = ({ items }: Structure): string[] =>
  items.flatMap((item) =>
    item.purpose === 'wish' && item.kind === 'single-choice' ? item.choices.map(({ code }) => code) : [],
  );
