import { getRuleOutcomes, getRuleOutcomesTable } from '#shared/contracts/rule-outcomes.ts';
import type { Language } from '#shared/domain/language.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { endpointAddress } from '../../lib/http/endpoint-address.ts';

export const fetchOutcomes = () => callEndpoint(getRuleOutcomes, {});

export const outcomesTableAddress = (language: Language) => endpointAddress(getRuleOutcomesTable, {}, { language });
