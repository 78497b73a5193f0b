/** What somebody wrote in one form: what it was written in, and the text. */
export type OwnWords = { readonly label: string; readonly text: string };

export type WordsState = {
  /** What is being written now, form by form. */
  readonly held: ReadonlyMap<string, readonly OwnWords[]>;
  /** What was being written when its form was taken away. */
  readonly rescued: readonly OwnWords[];
};

export type WordsEvent =
  | { readonly kind: 'hold'; readonly form: string; readonly words: readonly OwnWords[] }
  | { readonly kind: 'release'; readonly form: string }
  | { readonly kind: 'rescue' }
  | { readonly kind: 'forget' };

export const noWords: WordsState = { held: new Map(), rescued: [] };

/** What is rescued stays until it is forgotten, also when its form is gone. */
export function wordsReducer(state: WordsState, event: WordsEvent): WordsState {
  const held = new Map(state.held);
  switch (event.kind) {
    case 'hold':
      return { ...state, held: held.set(event.form, event.words) };
    case 'release':
      return held.delete(event.form) ? { ...state, held } : state;
    case 'rescue':
      return { held: new Map(), rescued: [...state.rescued, ...[...state.held.values()].flat()] };
    case 'forget':
      return { ...state, rescued: [] };
  }
}
