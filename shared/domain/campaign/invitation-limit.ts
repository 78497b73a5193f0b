/** So many invitations to campaigns of one organisation an address gets at most in so many days. */
export const mostInvitations = 2;
export const invitationDays = 30;
