/** Lets no line break inside a number of content or before its per cent sign. */
export const keepNumbersWhole = (text: string): string => text.replace(/(?<=[0-9]) (?=[0-9%])/g, '\u00a0');
