import type { CatalogueHrefs } from '../features/catalogue/catalogue-context.tsx';
import { paths } from './paths.ts';

/** Addresses of the pages on which packages are edited. */
export const catalogueHrefs: CatalogueHrefs = {
  list: paths.editedPackages(),
  draft: paths.packageDraft,
  preview: paths.packagePreview,
  history: paths.packageHistory,
  package: paths.package,
};
