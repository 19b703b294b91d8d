/** The browser's file chooser. @returns [] when the person cancels */
export const pickFiles = (accept: string, count: number, capture = false): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = count > 1;
    if (capture) input.capture = 'environment';
    input.addEventListener('change', () => resolve([...(input.files ?? [])].slice(0, count)));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
