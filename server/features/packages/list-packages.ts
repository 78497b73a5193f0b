import type * as z from 'zod/mini';
import type { listPackages as endpoint } from '#shared/contracts/packages.ts';
import { isOffered } from '#shared/domain/routing/is-offered.ts';
import { showPackage } from '#shared/domain/routing/show-package.ts';
import type { Context } from '../../platform/context.ts';

type Body = z.input<(typeof endpoint)['responses'][200]>;

export async function listPackages(context: Context): Promise<Body> {
  const { catalogue, catalogueVersionId } = await context.published.currentCatalogue();
  const { definition } = await context.published.currentInstrumentVersion();
  return {
    catalogueVersionId,
    packages: catalogue.packages.filter(isOffered).map((offer) => showPackage(offer, catalogue, definition.texts)),
  };
}
