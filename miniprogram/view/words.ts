/** Several things in a line: where it breaks, the dot ends the line and does not begin the next. */
export const listed = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter(Boolean).join('\u00a0· ');
