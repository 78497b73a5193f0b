import type * as z from 'zod/mini';
import type { Endpoint } from '#shared/contracts/endpoint.ts';
import { problemSchema } from '#shared/contracts/problem.ts';
import { NetworkError, ProblemError } from './errors.ts';
import { tellOfRefusal } from './refusals.ts';

export type FetchedFile = { readonly name: string; readonly blob: Blob };

type Fetching = {
  readonly signal: AbortSignal;
  /** How many bytes have come. */
  readonly onProgress: (bytes: number) => void;
};

const nameIn = (header: string | null): string => /filename="([^"]+)"/.exec(header ?? '')?.[1] ?? 'mattstock';

async function refuse(reply: Response): Promise<never> {
  const document: unknown = await reply.json().catch(() => undefined);
  const problem = problemSchema.safeParse(document);
  if (!problem.success) throw new NetworkError('the reply is not what the server sends');
  tellOfRefusal(problem.data.code);
  throw new ProblemError(problem.data, document);
}

/** A file that an address gives out, under the name that it gives it. */
export async function fetchFrom(address: string, signal?: AbortSignal): Promise<FetchedFile> {
  try {
    const reply = await fetch(address, { signal: signal ?? null });
    if (!reply.ok) return await refuse(reply);
    return { name: nameIn(reply.headers.get('content-disposition')), blob: await reply.blob() };
  } catch (cause) {
    if (cause instanceof ProblemError || cause instanceof NetworkError) throw cause;
    throw new NetworkError('the file did not come to its end', { cause });
  }
}

/**
 * Fetches a file that the server makes as it is taken, which may take long and can be called off. Rejects when it does
 * not come to its end.
 */
export async function fetchFile<E extends Endpoint & { body: z.ZodMiniType }>(
  endpoint: E,
  body: z.input<E['body']>,
  { signal, onProgress }: Fetching,
): Promise<FetchedFile> {
  try {
    const reply = await fetch(endpoint.path, {
      method: endpoint.method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    if (!reply.ok || reply.body === null) return await refuse(reply);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = reply.body.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      pieces.push(piece.value);
      bytes += piece.value.length;
      onProgress(bytes);
    }
    const type = reply.headers.get('content-type') ?? '';
    return { name: nameIn(reply.headers.get('content-disposition')), blob: new Blob(pieces, { type }) };
  } catch (cause) {
    if (cause instanceof ProblemError || cause instanceof NetworkError || signal.aborted) throw cause;
    throw new NetworkError('the file did not come to its end', { cause });
  }
}
