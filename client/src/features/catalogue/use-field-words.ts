import { fieldWords } from '#shared/domain/routing/drafting/field-words.ts';
import { type PackageField, packageFields } from '#shared/domain/routing/drafting/package-fields.ts';
import { useLocalised } from '../../lib/use-language.ts';

/** What each part of a package is called. */
export function useFieldWords(): Readonly<Record<PackageField, string>> {
  const localise = useLocalised();
  return Object.fromEntries(packageFields.map((field) => [field, localise(fieldWords[field])])) as Record<
    PackageField,
    string
  >;
}
