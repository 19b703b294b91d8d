/** The desk's folder of downloads stands for the phone's album. */
export const saveToDesk = (blob: Blob, path: string): void => {
  const link = document.createElement('a');
  const address = URL.createObjectURL(blob);
  link.href = address;
  link.download = path.slice(path.lastIndexOf('/') + 1);
  link.click();
  URL.revokeObjectURL(address);
};
