import { getRetentionSchedule } from '#shared/contracts/retention.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

export const fetchRetentionSchedule = () => callEndpoint(getRetentionSchedule, {});
