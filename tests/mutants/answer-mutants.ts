import type { Mutant } from './mutant.ts';

const olderVersions = ['tests/api/older-versions.test.ts'];
const submitting = ['tests/api/submitting.test.ts'];
const checking = ['tests/shared/answers/check-answer.test.ts'];
const anyAnswers = ['tests/api/any-answers.test.ts'];

/** Of answers: what is taken for one, what becomes of it, and that none is lost. */
export const answerMutants: readonly Mutant[] = [
  {
    fault: 'F31',
    name: 'null or "3" passes for a level',
    file: 'shared/domain/answers/answer.ts',
    find: 'levelSchema = z.int().check(',
    replacement: 'levelSchema = z.coerce.number().check(z.int(), ',
    tests: anyAnswers,
  },
  {
    fault: 'T8',
    name: 'a dimension in which nothing applies is divided by nothing',
    file: 'shared/domain/scoring/score-dimension.ts',
    find: '  if (applicableWeight === 0) return nothing;\n',
    replacement: '',
    tests: ['tests/shared/scoring/properties.test.ts', 'tests/api/any-answers.test.ts'],
  },
  {
    fault: 'T8',
    name: 'the mean of a part in which nothing is scored is taken all the same',
    file: 'shared/domain/scoring/score-part.ts',
    find: '  if (scored.length === 0) return { part, level: null, range: null, band: null, scoredDimensions: 0 };\n',
    replacement: '',
    tests: anyAnswers,
  },
  {
    fault: 'F32',
    name: 'a NUL in a comment reaches the database',
    file: 'shared/domain/answers/answer.ts',
    find: "!text.includes('\\u0000') && text.isWellFormed()",
    replacement: 'text.isWellFormed()',
    tests: anyAnswers,
  },
  {
    fault: 'F31',
    name: 'a choice that the question does not offer is taken',
    file: 'shared/domain/answers/check-answer.ts',
    find: "return isKnown ? [] : [{ path: 'value/choice', code: 'unknown-choice' }];",
    replacement: 'return isKnown ? [] : [];',
    tests: checking,
  },
  {
    fault: 'F31',
    name: 'a level is taken as the answer to any question',
    file: 'shared/domain/answers/check-answer.ts',
    find: '  return checkGiven(item, value);\n',
    replacement: "  return value.state === 'level' ? [] : checkGiven(item, value);\n",
    tests: checking,
  },
  {
    fault: 'T14',
    name: 'the database takes answers after the submission',
    file: 'migrations/0005-create-submissions.sql',
    find: 'create trigger answers_response_open\n  before insert or update on answers\n  for each row execute function refuse_answer_after_submission();\n',
    replacement: '',
    tests: submitting,
  },
  {
    fault: 'T14',
    name: 'an answer does not wait for the submission under way',
    file: 'migrations/0016-erase-people-and-firms.sql',
    find: 'from responses where response_id = new.response_id for key share;',
    replacement: 'from responses where response_id = new.response_id;',
    tests: submitting,
  },
  {
    fault: 'T14',
    name: 'what the firm has said of itself changes after the submission',
    file: 'server/features/assessments/change-profile.ts',
    find: 'const response = await getLedOpenResponse(tx, responseId);',
    replacement: 'const response = await getReachableResponse(tx, responseId);',
    tests: submitting,
  },
  {
    fault: 'F17',
    name: 'a response is scored by the newest version',
    file: 'server/features/assessments/submit-response.ts',
    find: 'await context.published.instrumentVersion(response.instrumentVersionId, tx)',
    replacement: 'await context.published.currentInstrumentVersion()',
    tests: olderVersions,
  },
  {
    fault: 'F17',
    name: 'an answer is checked against the newest version',
    file: 'server/features/assessments/save-answer.ts',
    find: 'await context.published.instrumentVersion(facts.instrumentVersionId)',
    replacement: 'await context.published.currentInstrumentVersion()',
    tests: olderVersions,
  },
  {
    fault: 'F17',
    name: 'an earlier result is told in the words of the newest version',
    file: 'server/features/assessments/get-result.ts',
    find: 'await context.published.instrumentVersion(response.instrumentVersionId)',
    replacement: 'await context.published.currentInstrumentVersion()',
    tests: olderVersions,
  },
  {
    fault: 'F16',
    name: 'what was typed is forgotten when the browser is no longer let in',
    file: 'client/src/features/answering/outbox/outbox.ts',
    find: "if (outcome.kind === 'locked-out') return this.lockOut();",
    replacement:
      "if (outcome.kind === 'locked-out') {\n        await this.#parts.store.clear();\n        return this.lockOut();\n      }",
    tests: ['tests/client/outbox/locked-out.test.ts'],
  },
  {
    fault: 'F16',
    name: 'a response that does not open passes for one that was submitted',
    file: 'client/src/features/answering/outbox/send-answer.ts',
    find: "if (problem.code === 'response-already-submitted') return",
    replacement: "if (problem.code === 'response-already-submitted' || isLockedOut(problem)) return",
    tests: ['tests/client/outbox/send-answer.test.ts', 'tests/client/answering/locked-out.test.tsx'],
  },
  {
    fault: 'F16',
    name: 'an answer that is refused is thrown away',
    file: 'client/src/features/answering/outbox/outbox-steps.ts',
    find: "    record.entries.map((entry) =>\n      entry === refused ? { ...entry, isAttempted: false, state: 'refused' as const } : entry,\n    ),",
    replacement: '    record.entries.filter((entry) => entry !== refused),',
    tests: ['tests/client/outbox/outbox-steps.test.ts', 'tests/client/outbox/outbox.test.ts'],
  },
  {
    fault: 'F16',
    name: 'what comes from elsewhere takes the place of words being typed',
    file: 'client/src/features/answering/use-typed.ts',
    find: 'if (typed === followed) setTyped(saved);',
    replacement: 'setTyped(saved);',
    tests: ['tests/client/answering/use-typed.test.tsx'],
  },
];
