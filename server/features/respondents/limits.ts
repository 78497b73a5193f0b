/** How many a firm invites by mail in a day, and one address, whose holder did not ask for it. */
export const mostMailsADay = 60;
export const mostMailsADayToAddress = 3;
/** How long an invitation or a link lets somebody in, and for how long whoever is in may answer: as whoever leads may. */
export const invited = { days: 30 } as const;
export const answering = { days: 180 } as const;
/** Of the requests that one address may make, so many may present the secret of an invitation. */
export const triesShare = 0.2;
