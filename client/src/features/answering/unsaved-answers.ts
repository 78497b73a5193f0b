/** An answer that has not arrived would be missing from what one is about to end. */
export class UnsavedAnswersError extends Error {
  override readonly name = 'UnsavedAnswersError';
}
