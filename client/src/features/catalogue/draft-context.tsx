import { createContext, use } from 'react';
import type { EditingOrganisation } from '#shared/contracts/catalogue.ts';
import type { PackageDraft } from '#shared/domain/routing/drafting/package-draft.ts';
import type { Package } from '#shared/domain/routing/package.ts';

/** Changes of some fields; one that is undefined is left out from then on. */
export type DraftPart = { readonly [Field in keyof PackageDraft]?: PackageDraft[Field] | undefined };

export type DraftForm = {
  readonly draft: PackageDraft;
  /** The package in use; null for a new one. */
  readonly current: Package | null;
  readonly organisation: EditingOrganisation;
  readonly change: (part: DraftPart) => void;
  /** What is missing or wrong there, once it is to be said at the field itself. */
  readonly errorOf: (field: string) => string | undefined;
  /** A part is begun: what is missing in it is not said before something was to be published. */
  readonly begin: (field: string) => void;
};

const DraftFormContext = createContext<DraftForm | null>(null);

export const DraftFormProvider = DraftFormContext.Provider;

export function useDraftForm(): DraftForm {
  const form = use(DraftFormContext);
  if (form === null) throw new Error('This belongs inside DraftFormProvider.');
  return form;
}
