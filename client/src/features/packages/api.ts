import { listPackages } from '#shared/contracts/packages.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

export const fetchPackages = async () => (await callEndpoint(listPackages, {})).packages;
