import type { FastifyInstance } from 'fastify';
import * as notes from '#shared/contracts/contact-notes.ts';
import type { Context } from '../../platform/context.ts';
import { registerEndpoint } from '../../platform/http/register-endpoint.ts';
import { correctContactNote } from './correct-contact-note.ts';
import { getContactRecord } from './get-contact-record.ts';
import { listFirmContactNotes } from './list-firm-contact-notes.ts';
import { rewriteContactNote } from './rewrite-contact-note.ts';
import { writeContactNote } from './write-contact-note.ts';

export function registerContactNoteRoutes(app: FastifyInstance, context: Context): void {
  registerEndpoint(app, notes.getContactRecord, async ({ params, access }) => ({
    status: 200,
    body: await getContactRecord(context, access, params),
  }));
  registerEndpoint(app, notes.writeContactNote, async ({ params, body, access, idempotencyKey }) => {
    const { record, isRepeated } = await writeContactNote(context, access, {
      ...params,
      requestKey: idempotencyKey,
      note: body,
    });
    return { status: isRepeated ? 200 : 201, body: record };
  });
  registerEndpoint(app, notes.rewriteContactNote, async ({ params, body, access }) => ({
    status: 200,
    body: await rewriteContactNote(context, access, { ...params, ...body }),
  }));
  registerEndpoint(app, notes.correctContactNote, async ({ params, body, access, idempotencyKey }) => ({
    status: 201,
    body: await correctContactNote(context, access, { ...params, ...body, requestKey: idempotencyKey }),
  }));
  registerEndpoint(app, notes.listFirmContactNotes, async ({ params, access }) => ({
    status: 200,
    body: { notes: await listFirmContactNotes(context, access, params.firmId) },
  }));
}
