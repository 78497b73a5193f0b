import type { FastifyInstance } from 'fastify';
import * as rules from '#shared/contracts/rule-drafts.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { createRuleDraft } from './create-rule-draft.ts';
import { getRules } from './get-rules.ts';
import { publishRules } from './publish-rules.ts';
import { removeRuleDraft } from './remove-rule-draft.ts';
import { saveRuleDraft } from './save-rule-draft.ts';

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
}
