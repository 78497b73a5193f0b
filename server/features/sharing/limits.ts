/** How many links of a firm may open something at once. */
export const mostActive = 20;
/** How many a firm makes in a day, and for one address, whose holder did not ask for it. */
export const mostADay = 40;
export const mostADayToAddress = 3;
/** Of the requests that one address may make, so many may present the secret of a link. */
export const triesShare = 0.1;

const dayMs = 86_400_000;

export const daysFrom = (moment: Date, days: number): Date => new Date(moment.getTime() + days * dayMs);
