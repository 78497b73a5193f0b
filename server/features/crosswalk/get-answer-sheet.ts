import type { AnswerSheetFormat } from '#shared/contracts/crosswalk.ts';
import type { Language } from '#shared/domain/language.ts';
import { nameOfFile } from '#shared/domain/wording/name-in-file.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { type Material, readOwn, readShared, type SharedPlace } from './access.ts';
import { buildAnswerSheet } from './answer-sheet.ts';
import { writeAnswerSheet } from './write-answer-sheet.ts';

export type WantedSheet = {
  readonly responseId: string;
  readonly language: Language;
  readonly format: AnswerSheetFormat;
};
type SheetFile = { readonly name: string; readonly body: Buffer | string };

const names: Readonly<Record<Language, string>> = { sv: 'mattstock-svarsblad', en: 'mattstock-answer-sheet' };

async function asFile(
  context: Context,
  material: Material,
  { language, format }: Pick<WantedSheet, 'language' | 'format'>,
): Promise<SheetFile> {
  const { firmName, receiptNumber, submittedAt } = material.submitted;
  const of = { firmName, receiptNumber, day: swedishDate(submittedAt) };
  return {
    name: nameOfFile({ what: names[language], ...of, ending: format }),
    body: await writeAnswerSheet(buildAnswerSheet(context, material, language), format),
  };
}

/** The answer sheet of a submitted response, for whoever it belongs to. */
export async function getAnswerSheet(
  context: Context,
  access: AccessContext,
  { responseId, ...wanted }: WantedSheet,
): Promise<SheetFile> {
  return asFile(context, await readOwn(context, access, responseId), wanted);
}

/** The same for a provider that the firm lets see its results; that it was taken is written down. */
export async function getSharedAnswerSheet(
  context: Context,
  access: AccessContext,
  { language, format, ...place }: WantedSheet & SharedPlace,
): Promise<SheetFile> {
  return asFile(context, await readShared(context, access, place, 'answer-sheet'), { language, format });
}
