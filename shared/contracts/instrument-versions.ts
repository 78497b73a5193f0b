import * as z from 'zod/mini';
import { formCodeSchema } from '../domain/instrument/codes.ts';
import { formViewSchema } from '../domain/instrument/view-form.ts';
import { languageSchema } from '../domain/language.ts';
import { defineEndpoint } from './endpoint.ts';
import { instrumentVersionIdSchema } from './identifiers.ts';

export const getForm = defineEndpoint({
  name: 'getForm',
  method: 'GET',
  path: '/api/instrument-versions/:instrumentVersionId/forms/:formCode/:language',
  summary: 'One form of a published instrument version in one language; never changes',
  access: 'public',
  params: z.strictObject({
    instrumentVersionId: instrumentVersionIdSchema,
    formCode: formCodeSchema,
    language: languageSchema,
  }),
  responses: { 200: formViewSchema },
});
