export const siteName = 'Måttstock';
