import { getStrategy } from '#shared/contracts/strategy.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

export const fetchStrategy = () => callEndpoint(getStrategy, {});
