import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1, viewport-fit=cover">
<title>质安监督</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="phone.css">
<body>
<script src="settings.js"></script>
<script type="module" src="app.js"></script>
</body>
</html>
`;

/** One sheet of the shell's and of every built-in's own, in the order of their names. */
export const phoneStyle = (rootDir: string): string => {
  const runtime = path.join(rootDir, 'local/phone/runtime');
  return ['shell', 'builtins']
    .flatMap((folder) =>
      readdirSync(path.join(runtime, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.css'))
        .sort()
        .map((name) => readFileSync(path.join(runtime, folder, name), 'utf8')),
    )
    .join('\n');
};
