import { retentionScheduleSchema } from '../domain/retention/retention-schedule.ts';
import { defineEndpoint } from './endpoint.ts';

export const getRetentionSchedule = defineEndpoint({
  name: 'getRetentionSchedule',
  method: 'GET',
  path: '/api/retention-schedule',
  summary: 'How long what is kept, counted from what and why; a proposal until the data owners have decided',
  access: 'public',
  responses: { 200: retentionScheduleSchema },
});
