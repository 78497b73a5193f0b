import type { FastifyInstance } from 'fastify';
import * as rules from '#shared/contracts/rule-drafts.ts';
import * as outcomes from '#shared/contracts/rule-outcomes.ts';
import * as whatIf from '#shared/contracts/what-if.ts';
import { outcomeWords } from '#shared/domain/outcomes/outcome-words.ts';
import { nameInFile } from '#shared/domain/wording/name-in-file.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { sendAsFile } from '../../platform/http/send-file.ts';
import { createRuleDraft } from './create-rule-draft.ts';
import { getRuleOutcomes } from './get-rule-outcomes.ts';
import { getRules } from './get-rules.ts';
import { getWhatIf } from './get-what-if.ts';
import { publishRules } from './publish-rules.ts';
import { removeRuleDraft } from './remove-rule-draft.ts';
import { renderOutcomeTable } from './render-outcome-table.ts';
import { saveRuleDraft } from './save-rule-draft.ts';
import { startWhatIf } from './start-what-if.ts';
import { stopWhatIf } from './stop-what-if.ts';

export function registerRuleRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, rules.getRules, async ({ access }) => ({ status: 200, body: await getRules(context, access) }));
  registerEndpoint(app, rules.createRuleDraft, async ({ access }) => ({
    status: 201,
    body: await createRuleDraft(context, access),
  }));
  registerEndpoint(app, rules.saveRuleDraft, async ({ params, body, access }) => ({
    status: 200,
    body: await saveRuleDraft(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, rules.removeRuleDraft, async ({ params, body, access }) => {
    await removeRuleDraft(context, access, { ...params, ...body });
    return { status: 200, body: { isRemoved: true } };
  });
  registerEndpoint(app, rules.publishRules, async ({ params, body, access }) => ({
    status: 201,
    body: await publishRules(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, outcomes.getRuleOutcomes, async ({ access }) => ({
    status: 200,
    body: await getRuleOutcomes(context, access),
  }));
  registerEndpoint(app, outcomes.getRuleOutcomesTable, async ({ query, access }, reply) => {
    const table = await renderOutcomeTable(context, access, query.language);
    const { say } = outcomeWords(query.language);
    const name = `mattstock-${nameInFile(say('title'), 'outcomes')}.csv`;
    sendAsFile(reply, { name, mediaType: 'text/csv; charset=utf-8' });
    return { status: 200, body: table };
  });
  registerWhatIfRoutes(app, context);
}

function registerWhatIfRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, whatIf.getWhatIf, async ({ params, access }) => ({
    status: 200,
    body: await getWhatIf(context, access, params),
  }));
  registerEndpoint(app, whatIf.startWhatIf, async ({ params, body, access }) => ({
    status: 201,
    body: await startWhatIf(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, whatIf.stopWhatIf, async ({ params, access }) => ({
    status: 200,
    body: await stopWhatIf(context, access, params),
  }));
}
