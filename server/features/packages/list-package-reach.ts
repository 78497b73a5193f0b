import type * as z from 'zod/mini';
import type { listPackageReach as endpoint } from '#shared/contracts/packages.ts';
import { dimensionTextKeys, scaleTextKeys, textOf } from '#shared/domain/instrument/text-keys.ts';
import { listReach } from '#shared/domain/routing/list-reach.ts';
import type { Context } from '../../platform/context.ts';

type Body = z.input<(typeof endpoint)['responses'][200]>;

export async function listPackageReach({ published }: Context): Promise<Body> {
  const { catalogue, catalogueVersionId } = await published.currentCatalogue();
  const { definition } = await published.currentInstrumentVersion();
  const { structure, texts } = definition;
  const byCode = new Map(catalogue.packages.map((each) => [each.code, each]));
  return {
    catalogueVersionId,
    areas: listReach(catalogue, structure).map(({ dimension, levels }) => ({
      dimension,
      name: textOf(texts, dimensionTextKeys.name(dimension), dimension),
      levels: levels.map(({ packages, sizesWithout, ...level }) => ({
        ...level,
        name: textOf(texts, scaleTextKeys.band(level.band), level.band),
        sizesWithout: [...sizesWithout],
        packages: packages.flatMap(({ code, takesMore }) => {
          const own = byCode.get(code);
          if (own === undefined) return [];
          const { name, status, sizeClasses, branches, counties, criteria } = own;
          const condition = criteria?.why ?? null;
          return [
            { code, name, takesMore, isProposal: status === 'proposal', sizeClasses, branches, counties, condition },
          ];
        }),
      })),
    })),
  };
}
