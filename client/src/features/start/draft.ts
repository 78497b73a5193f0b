import { forgetStored, readStored, writeStored } from '../../lib/browser-storage.ts';
import { emptyProfileForm, type ProfileForm } from './profile-form.ts';

/** Each firm that is about to begin has its own: of a campaign by its invitation. */
const placeOf = (of: string | undefined): string => (of === undefined ? 'start' : `start.${of}`);

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string');

const isLike = (empty: string | string[], value: unknown): boolean =>
  Array.isArray(empty) ? isTexts(value) : typeof value === 'string';

/** What was typed and not yet sent; lasts as long as the tab, a reload included. */
export function readDraft(of?: string): ProfileForm {
  try {
    const stored: unknown = JSON.parse(readStored('session', placeOf(of)) ?? '{}');
    const values = new Map<string, unknown>(Object.entries(stored ?? {}));
    const kept = Object.entries(emptyProfileForm).filter(([field, empty]) => isLike(empty, values.get(field)));
    return { ...emptyProfileForm, ...Object.fromEntries(kept.map(([field]) => [field, values.get(field)])) };
  } catch {
    return emptyProfileForm;
  }
}

export const writeDraft = (form: ProfileForm, of?: string): void =>
  writeStored('session', placeOf(of), JSON.stringify(form));

export const forgetDraft = (of?: string): void => forgetStored('session', placeOf(of));
