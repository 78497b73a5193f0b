import { swedishDay } from './format.ts';

/** The day it is in Sweden, as `2026-11-26`, by which the server goes as well. */
export const today = (): string => swedishDay(new Date());
