import { useLingui } from '@lingui/react/macro';

/** What the pages say to somebody who answers a part for the firm, where they speak to that person alone. */
export function useOwnPartWords() {
  const { t } = useLingui();
  return {
    progress: (settled: number, all: number) =>
      t`You have answered ${settled} of the ${all} questions that you are asked. Go wherever you like; nothing is lost.`,
    progressOffline: t`Go where you like; nothing of yours is lost.`,
    awaitsSaved: t`You can go on with your part. What you answer is kept in this browser and sent when the network is back, and then what you have saved already shows too.`,
    reviewOffline: t`What you have answered can be looked through, and you can say that you are done, when the network is back.`,
    reviewTitle: t`Look through what you have answered`,
    answersTitle: t`What you have answered so far`,
    reviewLead: t`Say when you are done. When the firm submits, the answers of all of you are put together.`,
    unansweredLead: t`You need not answer everything. You can say that you are done all the same.`,
    stepMissing: t`You get the questions that concern your part.`,
    closingQuestions: t`Short questions without levels. Whoever leads answers them for the firm; what you say here is seen by you alone.`,
    comment: t`For yourself: nobody else sees it. It does not affect the score.`,
  };
}
