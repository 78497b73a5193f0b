import { whyDeclined, whyNothing } from './report-words.ts';
import type { Telling } from './telling.ts';

export function tellSteps({ paper, report, language, say }: Telling): void {
  paper.heading(2, say('steps'));
  if (report.nextSteps.length === 0) {
    paper.paragraph(say('noSteps'));
    return;
  }
  for (const [at, step] of report.nextSteps.entries()) {
    paper.heading(3, `${at + 1}. ${step.question[language]}`);
    paper.paragraph(step.area[language], 'quiet');
    paper.list([
      say('today') + step.today[language],
      say(step.isProposal ? 'aim' : 'ownAim', { aim: step.aim }) + step.target[language],
      ...(step.begin === null ? [] : [say('wayToBegin') + step.begin[language]]),
    ]);
  }
}

/** What the firm has made of its suggestions, or that the file does not tell. */
function tellChoices({ paper, report, language, say }: Telling): void {
  const { choices } = report;
  if (choices === null) return;
  if (choices.declined.length > 0) {
    paper.heading(3, say('declinedTitle'));
    paper.list(
      choices.declined.map(({ name, provider, reason, note }) => {
        const why = whyDeclined({ reason, note }, language);
        return say('declined', { name: name[language], provider: provider[language], why });
      }),
    );
  }
  if (choices.asks.length === 0) return;
  paper.heading(3, say('asksTitle'));
  paper.list(choices.asks.map(({ name, words }) => `${name[language]}: ${words}`));
}

export function tellSupport(telling: Telling): void {
  const { paper, report, language, say } = telling;
  const { notices, suggestions, choices, runnerUp, waiting, gaps } = report;
  paper.heading(2, say('support'));
  for (const notice of notices) paper.paragraph(notice[language], 'strong');
  if (suggestions.length === 0) paper.paragraph(say(whyNothing(report)));
  else paper.paragraph(`${say('proposal')} ${say('contact')}`, 'quiet');
  if (choices === null) paper.paragraph(say('choicesToOthers'));
  else if (choices.isReordered && suggestions.length > 0) paper.paragraph(say('ownOrder'));
  for (const { name, provider, summary, reasons, isProviderConfirmed } of suggestions) {
    paper.heading(3, name[language]);
    paper.paragraph(`${provider[language]}${isProviderConfirmed ? '' : ` (${say('toConfirm')})`}`, 'strong');
    paper.paragraph(summary[language]);
    paper.list(reasons.map((reason) => reason[language]));
  }
  tellChoices(telling);
  if (runnerUp !== null) {
    const { name, provider, reasons } = runnerUp;
    paper.paragraph(say('runnerUp', { name: name[language], provider: provider[language] }));
    paper.list(reasons.map((reason) => reason[language]));
  }
  if (waiting.length > 0) {
    paper.heading(3, say('waiting'));
    paper.list(waiting.map(({ name, reason }) => `${name[language]}. ${reason[language]}`));
  }
  if (gaps.length === 0) return;
  paper.heading(3, say('gaps'));
  paper.list(gaps.map((gap) => gap[language]));
}
