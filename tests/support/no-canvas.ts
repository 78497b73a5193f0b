/** In place of what draws, for a reader of text. */
export class DOMMatrix {}
export class Path2D {}
