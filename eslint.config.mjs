import tseslint from 'typescript-eslint';

/** Values point inward only; types may cross (docs/architecture.md). */
const inward = (folder, patterns, message, ignores = []) => ({
  files: [`${folder}/**/*.ts`],
  ignores,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ regex: patterns, message, allowTypeImports: true }] },
    ],
  },
});

/** A layer of the mini program, and those it may not know: `to` is any folder on the way to a module. */
const layer = (name, ...to) =>
  inward(
    `miniprogram/${name}`,
    `(^|/)(cloudfunctions|local)/|^node:|/(${to.join('|')})/`,
    `miniprogram/${name} 不能引用：${to.join('、')}`,
  );

const importDirections = [
  inward('miniprogram', '(^|/)(cloudfunctions|local)/|^node:', '小程序只能引用服务端的类型'),
  inward(
    'miniprogram/domain',
    '^(?!\\.)|/(pages|pickers|media|services|components|platform|view|outbox|cloudfunctions|local)/',
    '领域规则不依赖任何外部包、页面或服务端代码',
  ),
  layer('platform', 'pages', 'pickers', 'media', 'components', 'services', 'view', 'outbox'),
  layer('services', 'pages', 'pickers', 'media', 'components', 'view', 'outbox'),
  layer('outbox', 'pages', 'pickers', 'media', 'components', 'view'),
  layer('view', 'pages', 'pickers', 'media', 'components', 'services', 'platform', 'outbox'),
  layer('components', 'pages', 'pickers', 'media', 'services', 'platform', 'outbox'),
  layer('pickers', 'pages'),
  layer('media', 'pages', 'pickers', 'services', 'outbox'),
  inward(
    'cloudfunctions',
    '(^|/)local/|miniprogram/(?!domain/)',
    '云函数只引用 miniprogram/domain，不认识页面和 local',
  ),
  inward(
    'local/{cloud,phone}',
    '(^|/)(miniprogram|cloudfunctions)/(?!.*\\.json$)',
    'local 只装载构建好的产品',
  ),
  {
    ...inward(
      'local/seed',
      'miniprogram/(?!domain/)|cloudfunctions/(?!indexes$|_shared/catalogue$)',
      '演示数据只用规则、目录和索引声明',
    ),
    // And what starts everything.
    files: ['local/seed/**/*.ts', 'local/*.ts'],
  },
];

const noDynamicImport = {
  selector: 'ImportExpression',
  message: '用 import 语句：方向由规则检查，也能一起打包',
};
const noCloud = {
  selector:
    "MemberExpression[object.name='wx']:matches([property.name='cloud'], [property.value='cloud']), " +
    "VariableDeclarator[init.name='wx'] Property[key.name='cloud']",
  message: 'wx.cloud 只在 services/call-function.ts、platform/ 与 app.ts 中使用',
};
const restricted = (files, selectors, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-syntax': ['error', ...selectors] },
});

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'miniprogram/miniprogram_npm/', '**/*.js'] },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    files: ['local/**/*.ts', 'bench/**/*.ts', 'torture/**/*.ts', 'audit/**/*.ts', 'scripts/**'],
    rules: { 'no-console': 'off' },
  },
  restricted(
    ['miniprogram/**/*.ts', 'cloudfunctions/**/*.ts', 'local/{cloud,phone}/**/*.ts'],
    [noDynamicImport],
  ),
  restricted(
    ['miniprogram/**/*.ts'],
    [noDynamicImport, noCloud],
    ['miniprogram/services/call-function.ts', 'miniprogram/platform/**', 'miniprogram/app.ts'],
  ),
  ...importDirections,
);
