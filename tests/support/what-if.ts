import { expect } from 'vitest';
import { runWhatIfs, type WhatIfParts } from '#server/features/rules/run-what-ifs.ts';
import { createPublishedContent } from '#server/platform/content/published-content.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import type { RuleDraft, RulesDocument } from '#shared/contracts/rule-drafts.ts';
import type { WhatIfDocument } from '#shared/contracts/what-if.ts';
import type { RuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import type { TestApp } from './test-app.ts';
import type { Visitor } from './visitor.ts';

export function whatIfPartsOf(site: Pick<TestApp, 'app' | 'clock'>): WhatIfParts {
  const database = { pool: site.app.pg.pool };
  return {
    database,
    clock: site.clock,
    identifiers: randomIdentifiers,
    published: createPublishedContent(database),
    log: site.app.log,
  };
}

/** Counts what an editor waits for, as the worker of a server would; says whether there was anything. */
export const countWaiting = (site: TestApp, changes: Partial<WhatIfParts> = {}, stop = new AbortController()) =>
  runWhatIfs({ ...whatIfPartsOf(site), ...changes }, stop.signal);

/** The draft of the rules that there is, or a new one. */
export const newRuleDraft = async (editor: Visitor): Promise<RuleDraft> =>
  (await editor.send({ method: 'POST', url: '/api/rules/drafts' })).json<RuleDraft>();

/** What an editor does with the draft of the rules and with what it would change. */
export function whatIfsBy(editor: () => Visitor) {
  const url = (draft: Pick<RuleDraft, 'ruleDraftId'>, rest = '') =>
    `/api/rules/drafts/${draft.ruleDraftId}/what-if${rest}`;
  const rulesInUse = async () => (await editor().get('/api/rules')).json<RulesDocument>();
  const newDraft = () => newRuleDraft(editor());
  const saved = async (changes: RuleChanges): Promise<RuleDraft> => {
    const { ruleDraftId, revision } = await newDraft();
    const reply = await editor().post(`/api/rules/drafts/${ruleDraftId}/edits`, { revision, changes });
    expect(reply.statusCode, reply.body).toBe(200);
    return reply.json<RuleDraft>();
  };
  const ask = async (draft: RuleDraft) =>
    editor().post(url(draft), {
      revision: draft.revision,
      versionNumber: (await rulesInUse()).versionNumber,
    });
  const asked = async (draft: RuleDraft): Promise<WhatIfDocument> => {
    const reply = await ask(draft);
    expect(reply.statusCode, reply.body).toBe(201);
    return reply.json<WhatIfDocument>();
  };
  const read = async (draft: Pick<RuleDraft, 'ruleDraftId'>) => (await editor().get(url(draft))).json<WhatIfDocument>();
  const stop = (draft: RuleDraft, { run }: WhatIfDocument) =>
    editor().send({ method: 'POST', url: url(draft, `/${run?.whatIfRunId}/cancellation`) });
  return { url, rulesInUse, newDraft, saved, ask, asked, read, stop };
}
