import type { ErasureRequestDocument } from '#shared/contracts/erasure.ts';

/** Something is still to come of the request, so that there is no use in another. */
export function isOpen({ status, decision }: Pick<ErasureRequestDocument, 'status' | 'decision'>): boolean {
  return status === 'received' || (status === 'decided' && decision?.decision !== 'refused');
}
