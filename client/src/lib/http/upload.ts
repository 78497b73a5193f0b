import { NetworkError } from './errors.ts';

/** Once the whole body has gone. While it goes it takes what it takes. */
const replyWithinMs = 60_000;

/**
 * As `fetch`, for a body whose going is shown, which `fetch` does not tell of. Aborted, the connection is closed, by which
 * the server knows that nobody waits any more.
 */
export function upload(address: string, init: RequestInit, onUploaded: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = () => reject(new NetworkError('no reply'));
    request.open(init.method ?? 'POST', address);
    for (const [name, value] of new Headers(init.headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onUploaded(total === 0 ? 0 : loaded / total));
    request.upload.addEventListener('load', () => {
      onUploaded(1);
      setTimeout(() => request.abort(), replyWithinMs);
    });
    request.addEventListener('load', () => {
      const type = request.getResponseHeader('content-type');
      resolve(
        new Response(request.responseText, {
          status: request.status,
          headers: type === null ? {} : { 'content-type': type },
        }),
      );
    });
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, fail);
    if (init.signal?.aborted === true) {
      fail();
      return;
    }
    init.signal?.addEventListener('abort', () => request.abort());
    request.send(typeof init.body === 'string' ? init.body : null);
  });
}
