/** Whether firms are offered the package. One out of use stays in the catalogue, for what was decided with it. */
export function isOffered({ isOutOfUse }: { readonly isOutOfUse?: boolean | undefined }): boolean {
  return isOutOfUse !== true;
}

type Kept = { readonly code: string; readonly isOutOfUse?: boolean | undefined };

/** The same by its code; one that the catalogue does not have is not offered either. */
export function isCodeOffered(packages: readonly Kept[], code: string): boolean {
  return packages.some((each) => each.code === code && isOffered(each));
}
