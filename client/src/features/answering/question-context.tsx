import { createContext, use } from 'react';
import type { Answer, Answers } from '#shared/domain/answers/answer.ts';
import type { PathProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Texts } from '#shared/domain/instrument/definition.ts';

/** What a question needs to be put and answered, wherever its answers go. */
export type Questions = {
  profile: PathProfile;
  texts: Texts;
  answers: Answers;
  give: (itemCode: string, answer: Answer) => void;
};

export const QuestionContext = createContext<Questions | null>(null);

export function useQuestions(): Questions {
  const questions = use(QuestionContext);
  if (questions === null) throw new Error('A question belongs inside a QuestionContext.');
  return questions;
}
