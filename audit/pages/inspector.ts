import { build } from 'esbuild';

/** The script that puts `inspectPage` into a page. */
export const inspector = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: ['audit/pages/inspect/index.ts'],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};
