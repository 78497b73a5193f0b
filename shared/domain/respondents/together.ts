import type { Answers } from '../answers/answer.ts';
import type { RespondentRole } from './respondent-role.ts';

export type Respondent = { readonly role: RespondentRole; readonly answers: Answers };

/** Everybody but the one who leads the answering. */
export type Other = Respondent & {
  /** They have said that their answer may count where fewer than `fewestOthers` have answered a question. */
  readonly countsAlone: boolean;
};

/** Everybody who answers one assessment. */
export type Together = { readonly lead: Respondent; readonly others: readonly Other[] };

/**
 * How many besides the one who leads have to have answered before anything is made or told of it. The one who leads
 * reads the result and knows what they answered themselves, so that their own answer hides nobody's.
 */
export const fewestOthers = 3;

/** How many may answer beside the one who leads. */
export const mostRespondents = 50;
/** Of what the firm calls a respondent. */
export const longestLabel = 60;

/** Whether a code of an item is of the dimension. */
export const isOfDimension = (item: string, dimension: string): boolean => item.startsWith(`${dimension}.`);

export const mean = (values: readonly number[]): number =>
  values.reduce((total, each) => total + each, 0) / values.length;
