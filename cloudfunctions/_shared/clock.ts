/** The server's now, ISO. The one place product code asks for the time. */
export const now = (): string => new Date().toISOString();
