import type { FastifyInstance, FastifyReply } from 'fastify';
import * as editing from '#shared/contracts/editing.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { createDraft } from './create-draft.ts';
import { editDraft } from './edit-draft.ts';
import { exportTranslations, importTranslations } from './exchange-translations.ts';
import { exportDraft, exportVersion, importDraft } from './exchange-yaml.ts';
import { followNewest } from './follow-newest.ts';
import { getDraft } from './get-draft.ts';
import { getVersion, listVersions } from './list-versions.ts';
import { publishDraft } from './publish-draft.ts';
import { removeDraft } from './remove-draft.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function asFile(reply: FastifyReply, type: string, name: string): void {
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`);
}

function registerDrafts(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, editing.createDraft, async ({ body, access }) => ({
    status: 201,
    body: await createDraft(context, access, body),
  }));
  registerEndpoint(app, editing.getDraft, async ({ params, access }) => ({
    status: 200,
    body: await getDraft(context, access, params.draftId),
  }));
  registerEndpoint(app, editing.editDraft, async ({ params, body, access }) => ({
    status: 200,
    body: await editDraft(context, access, { ...params, edit: body.edit, seen: body.seen }),
  }));
  registerEndpoint(app, editing.rebaseDraft, async ({ params, access }) => ({
    status: 200,
    body: await followNewest(context, access, params.draftId),
  }));
  registerEndpoint(app, editing.removeDraft, async ({ params, body, access }) => {
    await removeDraft(context, access, { ...params, ...body });
    return { status: 200, body: { isRemoved: true } };
  });
  registerEndpoint(app, editing.publishDraft, async ({ params, body, access }) => ({
    status: 201,
    body: await publishDraft(context, access, { ...params, ...body }),
  }));
}

function registerVersions(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, editing.listVersions, async ({ access }) => ({
    status: 200,
    body: await listVersions(context, access),
  }));
  registerEndpoint(app, editing.getVersion, async ({ params, access }) => ({
    status: 200,
    body: await getVersion(context, access, params.instrumentVersionId),
  }));
}

function registerFiles(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, editing.exportDraft, async ({ params, access }, reply) => {
    const yaml = await exportDraft(context, access, params.draftId);
    asFile(reply, 'application/yaml; charset=utf-8', 'mattstock-draft.yaml');
    return { status: 200, body: yaml };
  });
  registerEndpoint(app, editing.exportVersion, async ({ params, access }, reply) => {
    const yaml = await exportVersion(context, access, params.instrumentVersionId);
    asFile(reply, 'application/yaml; charset=utf-8', 'mattstock-version.yaml');
    return { status: 200, body: yaml };
  });
  registerEndpoint(app, editing.importDraft, async ({ body, access }) => ({
    status: 201,
    body: await importDraft(context, access, body),
  }));
  registerEndpoint(app, editing.exportTranslations, async ({ params, access }, reply) => {
    const workbook = await exportTranslations(context, access, params.draftId);
    asFile(reply, workbookType, 'mattstock-translations.xlsx');
    return { status: 200, body: workbook };
  });
  registerEndpoint(app, editing.importTranslations, async ({ params, body, access }) => ({
    status: 200,
    body: await importTranslations(context, access, { ...params, ...body }),
  }));
}

export function registerEditingRoutes(app: FastifyInstance, context: Context): void {
  registerDrafts(app, context);
  registerVersions(app, context);
  registerFiles(app, context);
}
