/** Goes with the way to the sign-in after leaving a firm. */
export const leavingState = { hasLeft: true };

export const hasLeft = (state: unknown): boolean => typeof state === 'object' && state !== null && 'hasLeft' in state;
