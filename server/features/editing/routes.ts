import type { FastifyInstance, FastifyReply } from 'fastify';
import * as editing from '#shared/contracts/editing.ts';
import type { Context } from '../../platform/context.ts';
import { giveEditorKey, takeEditorKey } from '../../platform/http/editor-cookie.ts';
import { originOf } from '../../platform/http/origin.ts';
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
import { closeSession, createLink, getSession, openSession } from './sign-in.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function asFile(reply: FastifyReply, type: string, name: string): void {
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`);
}

function registerSession(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, editing.openEditorSession, async ({ body }, reply) => {
    const { editorName, key, expiresAt } = await openSession(context, body);
    const isSecure = originOf(reply.request, context.config).startsWith('https:');
    giveEditorKey(reply, { key, expiresAt, isSecure });
    return { status: 201, body: { editorName } };
  });
  registerEndpoint(app, editing.getEditorSession, async ({ editorKey }) => ({
    status: 200,
    body: await getSession(context, editorKey),
  }));
  registerEndpoint(app, editing.endEditorSession, async ({ editorKey }, reply) => {
    await closeSession(context, editorKey);
    takeEditorKey(reply);
    return { status: 200, body: { isEnded: true } };
  });
  registerEndpoint(app, editing.createEditorLink, async ({ editorKey }, reply) => ({
    status: 201,
    body: await createLink(context, editorKey, originOf(reply.request, context.config)),
  }));
}

function registerDrafts(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, editing.createDraft, async ({ body, editorKey }) => ({
    status: 201,
    body: await createDraft(context, editorKey, body),
  }));
  registerEndpoint(app, editing.getDraft, async ({ params, editorKey }) => ({
    status: 200,
    body: await getDraft(context, editorKey, params.draftId),
  }));
  registerEndpoint(app, editing.editDraft, async ({ params, body, editorKey }) => ({
    status: 200,
    body: await editDraft(context, editorKey, { ...params, edit: body.edit, seen: body.seen }),
  }));
  registerEndpoint(app, editing.rebaseDraft, async ({ params, editorKey }) => ({
    status: 200,
    body: await followNewest(context, editorKey, params.draftId),
  }));
  registerEndpoint(app, editing.removeDraft, async ({ params, body, editorKey }) => {
    await removeDraft(context, editorKey, { ...params, ...body });
    return { status: 200, body: { isRemoved: true } };
  });
  registerEndpoint(app, editing.publishDraft, async ({ params, body, editorKey }) => ({
    status: 201,
    body: await publishDraft(context, editorKey, { ...params, ...body }),
  }));
}

function registerVersions(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, editing.listVersions, async ({ editorKey }) => ({
    status: 200,
    body: await listVersions(context, editorKey),
  }));
  registerEndpoint(app, editing.getVersion, async ({ params, editorKey }) => ({
    status: 200,
    body: await getVersion(context, editorKey, params.instrumentVersionId),
  }));
}

function registerFiles(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, editing.exportDraft, async ({ params, editorKey }, reply) => {
    const yaml = await exportDraft(context, editorKey, params.draftId);
    asFile(reply, 'application/yaml; charset=utf-8', 'mattstock-draft.yaml');
    return { status: 200, body: yaml };
  });
  registerEndpoint(app, editing.exportVersion, async ({ params, editorKey }, reply) => {
    const yaml = await exportVersion(context, editorKey, params.instrumentVersionId);
    asFile(reply, 'application/yaml; charset=utf-8', 'mattstock-version.yaml');
    return { status: 200, body: yaml };
  });
  registerEndpoint(app, editing.importDraft, async ({ body, editorKey }) => ({
    status: 201,
    body: await importDraft(context, editorKey, body),
  }));
  registerEndpoint(app, editing.exportTranslations, async ({ params, editorKey }, reply) => {
    const workbook = await exportTranslations(context, editorKey, params.draftId);
    asFile(reply, workbookType, 'mattstock-translations.xlsx');
    return { status: 200, body: workbook };
  });
  registerEndpoint(app, editing.importTranslations, async ({ params, body, editorKey }) => ({
    status: 200,
    body: await importTranslations(context, editorKey, { ...params, ...body }),
  }));
}

export function registerEditingRoutes(app: FastifyInstance, context: Context): void {
  registerSession(app, context);
  registerDrafts(app, context);
  registerVersions(app, context);
  registerFiles(app, context);
}
