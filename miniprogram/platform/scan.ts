/** The path of a mini program code with its scene as it was given; what is no such text stays as it is. */
const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** What the scanned code says: of a mini program code its page with scene; null when the person turned back. */
export const scanText = async (): Promise<string | null> => {
  try {
    const { result, path } = await wx.scanCode({ scanType: ['qrCode', 'wxCode'] });
    return path ? decoded(path) : result;
  } catch (error) {
    if (/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) return null;
    throw error;
  }
};
