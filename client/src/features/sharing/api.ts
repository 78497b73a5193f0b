import type * as z from 'zod/mini';
import {
  checkResultLink,
  createResultLink,
  listResultLinks,
  openResultLink,
  previewResultLink,
  takeResultLinkBack,
} from '#shared/contracts/result-links.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

export type PreviewBody = z.input<typeof previewResultLink.body>;
export type LinkBody = z.input<typeof createResultLink.body>;

export const fetchResultLinks = (responseId: string) => callEndpoint(listResultLinks, { params: { responseId } });

export const fetchPreview = (responseId: string, body: PreviewBody) =>
  callEndpoint(previewResultLink, { params: { responseId }, body });

export const sendNewLink = (responseId: string, body: LinkBody) =>
  callEndpoint(createResultLink, { params: { responseId }, body });

export const sendTakingBack = (responseId: string, resultLinkId: string) =>
  callEndpoint(takeResultLinkBack, { params: { responseId, resultLinkId } });

export const openLink = (key: string) => callEndpoint(openResultLink, { body: { key } });

export const checkLink = (key: string) => callEndpoint(checkResultLink, { body: { key } });
