import { createContext, use } from 'react';
import type { CatalogueDocument, EditingOrganisation } from '#shared/contracts/catalogue.ts';
import { dimensionTextKeys, scaleTextKeys } from '#shared/domain/instrument/text-keys.ts';
import type { PackageEditor } from '#shared/domain/routing/drafting/package-rights.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { RenderContext } from '#shared/domain/routing/render-words.ts';
import { routingTextKeys } from '#shared/domain/routing/routing-text-keys.ts';
import { useLanguage } from '../../lib/use-language.ts';

export type CatalogueHrefs = {
  list: string;
  draft: (packageDraftId: string) => string;
  preview: (packageDraftId: string) => string;
  history: (packageCode: string) => string;
  /** The page that firms see. */
  package: (packageCode: string) => string;
};

export type Workshop = { readonly catalogue: CatalogueDocument; readonly hrefs: CatalogueHrefs };

const WorkshopContext = createContext<Workshop | null>(null);

export const WorkshopProvider = WorkshopContext.Provider;

export function useWorkshop(): Workshop {
  const workshop = use(WorkshopContext);
  if (workshop === null) throw new Error('This belongs inside WorkshopProvider.');
  return workshop;
}

export const editorFor = ({ kind, code }: EditingOrganisation): PackageEditor =>
  kind === 'coordination' ? { kind } : { kind, code };

/** Names of what a package refers to, in the language of the page, and what conditions are described with. */
export function useNames() {
  const language = useLanguage();
  const {
    catalogue: { catalogue, texts, structure, supportForms },
  } = useWorkshop();
  const word = (key: string): string => catalogue.texts[key]?.[language] ?? key;
  const context: RenderContext = { catalogue, texts: texts[language], language };
  return {
    language,
    context,
    dimension: (code: string): string => context.texts[dimensionTextKeys.name(code)] ?? code,
    band: (code: string): string => context.texts[scaleTextKeys.band(code)] ?? code,
    question: (code: string): string => context.texts[`${code}.question`] ?? code,
    provider: (code: string): string => nameOf(catalogue.providers, code)[language],
    package: (code: string): string => nameOf(catalogue.packages, code)[language],
    priority: (code: string): string => `${code} ${nameOf(catalogue.priorities, code)[language]}`,
    step: (code: string): string => `${code} ${nameOf(catalogue.steps, code)[language]}`,
    supportForm: (code: string): string => `${code} ${nameOf(supportForms, code)[language]}`,
    size: (code: string): string => word(routingTextKeys.size(code)),
    branch: (code: string): string => word(routingTextKeys.branch(code)),
    role: (code: string): string => word(routingTextKeys.chainRole(code)),
    county: (code: string): string => word(routingTextKeys.county(code)),
    wish: (code: string): string => word(routingTextKeys.wish(code)),
    gap: (code: string): string => word(routingTextKeys.gap(code)),
    bands: structure.scoring.bands.map(({ code }) => code),
  };
}
