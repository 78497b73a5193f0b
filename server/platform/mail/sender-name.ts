/** Who every mail is from, by name. */
export const senderName = 'Måttstock';
