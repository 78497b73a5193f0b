/** Whether firms are offered the package. One out of use stays in the catalogue, for what was decided with it. */
export function isOffered({ isOutOfUse }: { readonly isOutOfUse?: boolean | undefined }): boolean {
  return isOutOfUse !== true;
}
