/**
 * A UUID (version 4 layout) for one command. It need not be unguessable: the server scopes it to the person,
 * so a foreign one reaches nothing.
 */
export const newRequestId = (): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter) => {
    const digit = Math.floor(Math.random() * 16);
    return (letter === 'x' ? digit : (digit % 4) + 8).toString(16);
  });
