import type { Structure } from '../instrument/definition.ts';
import type { CatalogueIssue } from './build-catalogue.ts';
import type { Catalogue } from './catalogue.ts';

export function checkCatalogue(_catalogue: Catalogue, _structure: Structure): CatalogueIssue[] {
  return [];
}
