import type { AnswerSheetFormat } from '#shared/contracts/crosswalk.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { readOwn, readShared, type SharedPlace } from './access.ts';
import { buildAnswerSheet } from './answer-sheet.ts';
import { writeAnswerSheet } from './write-answer-sheet.ts';

export type WantedSheet = {
  readonly responseId: string;
  readonly language: Language;
  readonly format: AnswerSheetFormat;
};

/** The answer sheet of a submitted response, for whoever it belongs to. */
export async function getAnswerSheet(
  context: Context,
  access: AccessContext,
  { responseId, language, format }: WantedSheet,
): Promise<Buffer | string> {
  const material = await readOwn(context, access, responseId);
  return writeAnswerSheet(buildAnswerSheet(context, material, language), format);
}

/** The same for a provider that the firm lets see its results; the look is written down. */
export async function getSharedAnswerSheet(
  context: Context,
  access: AccessContext,
  { language, format, ...place }: WantedSheet & SharedPlace,
): Promise<Buffer | string> {
  const material = await readShared(context, access, place);
  return writeAnswerSheet(buildAnswerSheet(context, material, language), format);
}
