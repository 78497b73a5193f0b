import type { Definition } from '../instrument/definition.ts';
import { dimensionTextKeys, textOf } from '../instrument/text-keys.ts';
import type { LocalisedText } from '../language.ts';
import type { Catalogue } from './catalogue.ts';
import { nameOf } from './name-of.ts';
import type { Package } from './package.ts';
import type { Provider } from './provider.ts';

/** A package as a firm sees it: codes with their names, and nothing that only routing needs. */
export type ShownPackage = Pick<
  Package,
  | 'code'
  | 'stance'
  | 'name'
  | 'summary'
  | 'forWhom'
  | 'content'
  | 'effort'
  | 'greenStatement'
  | 'format'
  | 'groupSize'
  | 'delivery'
  | 'durationWeeks'
  | 'counties'
  | 'funding'
  | 'branches'
  | 'sizeClasses'
> & {
  readonly isProposal: boolean;
  readonly condition?: LocalisedText | undefined;
  readonly providers: Pick<Provider, 'code' | 'name' | 'about' | 'isNamedInStrategy'>[];
  readonly dimensions: { code: string; name: LocalisedText; bands: string[] }[];
  readonly steps: { code: string; name: LocalisedText }[];
  readonly supportForms: string[];
};

/** What a code names, or the code itself where the catalogue lacks it. */
export function showPackage(offer: Package, catalogue: Catalogue, texts: Definition['texts']): ShownPackage {
  const { code, stance, name, summary, forWhom, content, effort, greenStatement, format, groupSize } = offer;
  const { delivery, durationWeeks, counties, funding, branches, sizeClasses, supportForms = [] } = offer;
  return {
    code,
    isProposal: offer.status === 'proposal',
    stance,
    name,
    summary,
    ...(forWhom === undefined ? {} : { forWhom }),
    ...(offer.criteria === undefined ? {} : { condition: offer.criteria.why }),
    content,
    effort,
    greenStatement,
    providers: offer.providers.flatMap((provider) => catalogue.providers.filter((each) => each.code === provider)),
    dimensions: offer.dimensions.map((dimension) => ({
      ...dimension,
      name: textOf(texts, dimensionTextKeys.name(dimension.code), dimension.code),
    })),
    steps: offer.steps.map((step) => ({ code: step, name: nameOf(catalogue.steps, step) })),
    supportForms,
    format,
    groupSize,
    delivery,
    durationWeeks,
    counties,
    funding,
    branches,
    sizeClasses,
  };
}
