const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
const length = 10;

/** A name for a new step, which no other of the meeting has. */
export function newStepKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
}
