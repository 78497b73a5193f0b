const bytesAtATime = 0x8000;

/** Bytes as base64, in pieces that the call stack can hold. */
export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += bytesAtATime) {
    binary += String.fromCharCode(...bytes.subarray(from, from + bytesAtATime));
  }
  return btoa(binary);
}
