/** Whether the text is an instant as docs/decisions/0001 writes it: `2026-11-23T02:00:00.000Z`, a day of the calendar. */
export const isInstant = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
};
