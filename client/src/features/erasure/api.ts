import * as erasure from '#shared/contracts/erasure.ts';
import { type CallInput, callEndpoint } from '../../lib/http/call-endpoint.ts';

export type ErasureDecisionBody = CallInput<typeof erasure.decideErasure>['body'];

export const fetchOwnErasure = () => callEndpoint(erasure.getOwnErasure, {});

export const sendOwnRequest = () => callEndpoint(erasure.askForErasure, {});

export const sendOwnWithdrawal = (erasureRequestId: string) =>
  callEndpoint(erasure.withdrawErasure, { params: { erasureRequestId } });

export const fetchFirmErasure = (firmId: string) => callEndpoint(erasure.getFirmErasure, { params: { firmId } });

export const sendFirmRequest = (firmId: string) => callEndpoint(erasure.askForFirmErasure, { params: { firmId } });

export const sendFirmWithdrawal = (firmId: string, erasureRequestId: string) =>
  callEndpoint(erasure.withdrawFirmErasure, { params: { firmId, erasureRequestId } });

export const fetchCases = async () => (await callEndpoint(erasure.listErasureCases, {})).cases;

export const sendDecision = (erasureRequestId: string, body: ErasureDecisionBody) =>
  callEndpoint(erasure.decideErasure, { params: { erasureRequestId }, body });

export const sendCarryingOut = (erasureRequestId: string) =>
  callEndpoint(erasure.carryOutErasure, { params: { erasureRequestId } });
