/** [[file, text] …] on standard input → for each the rules it breaks. Jest's own sandbox cannot load eslint's configuration. */
import { ESLint } from 'eslint';

let input = '';
for await (const chunk of process.stdin) input += chunk;
const eslint = new ESLint();
const answers = [];
for (const [filePath, text] of JSON.parse(input)) {
  const [result] = await eslint.lintText(text, { filePath });
  answers.push((result?.messages ?? []).map(({ ruleId }) => ruleId));
}
console.log(JSON.stringify(answers));
