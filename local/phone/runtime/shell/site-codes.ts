/** The mini-program codes the environment made, the last first, each once: "page?scene=…". */
export const siteCodes = async (): Promise<string[]> => {
  const response = await fetch('/panel/codes').catch(() => undefined);
  if (!response?.ok) return [];
  const { codes } = (await response.json()) as { codes: readonly { readonly label: string }[] };
  return [...new Set(codes.map(({ label }) => label))];
};
