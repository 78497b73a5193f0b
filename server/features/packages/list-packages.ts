import type * as z from 'zod/mini';
import type { listPackages as endpoint } from '#shared/contracts/packages.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { dimensionTextKeys, textOf } from '#shared/domain/instrument/text-keys.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/domain-error.ts';

type Body = z.input<(typeof endpoint)['responses'][200]>;
type PackageBody = Body['packages'][number];

function find<T extends { code: string }>(list: readonly T[], code: string): T {
  const found = list.find((entry) => entry.code === code);
  if (found === undefined) throw new DomainError('internal-error', { cause: new Error(`unknown code ${code}`) });
  return found;
}

function describePackage(offer: Package, catalogue: Catalogue, texts: Definition['texts']): PackageBody {
  const { code, stance, name, summary, forWhom, content, effort, greenStatement, format, groupSize } = offer;
  const { delivery, durationWeeks, counties, funding, branches, sizeClasses, supportForms = [] } = offer;
  return {
    code,
    isProposal: offer.status === 'proposal',
    stance,
    name,
    summary,
    forWhom,
    condition: offer.criteria?.why,
    content,
    effort,
    greenStatement,
    providers: offer.providers.map((provider) => find(catalogue.providers, provider)),
    dimensions: offer.dimensions.map(({ code, bands }) => ({
      code,
      bands,
      name: textOf(texts, dimensionTextKeys.name(code), code),
    })),
    steps: offer.steps.map((step) => ({ code: step, name: find(catalogue.steps, step).name })),
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

export async function listPackages(context: Context): Promise<Body> {
  const { catalogue, catalogueVersionId } = await context.published.currentCatalogue();
  const { definition } = await context.published.currentInstrumentVersion();
  return {
    catalogueVersionId,
    packages: catalogue.packages.map((offer) => describePackage(offer, catalogue, definition.texts)),
  };
}
