import tseslint from 'typescript-eslint';

/** wx.cloud, however it is reached for. */
const CLOUD = [
  "MemberExpression[object.name='wx']:matches([property.name='cloud'], [property.value='cloud'])",
  "VariableDeclarator[init.name='wx'] Property[key.name='cloud']",
].map((selector) => ({
  selector,
  message: 'wx.cloud 只在 services/call-function.ts 与 platform/ 中使用',
}));
const MAY_CALL_CLOUD = ['miniprogram/services/call-function.ts', 'miniprogram/platform/**'];

/**
 * One layer: what its files must not import, as a value, in whatever form. Rows do not overlap: of two that match a
 * file, eslint takes the later alone.
 */
const layer = (files, forbidden, message, { ignores = [], isClosedToCloud = false } = {}) => ({
  files,
  ignores,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ regex: forbidden, message, allowTypeImports: true }] },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: `ImportExpression[source.value=/${forbidden.replaceAll('/', '\\u002F')}/]`, message },
      ...(isClosedToCloud ? CLOUD : []),
    ],
  },
});

const SERVER = '(^|/)(cloudfunctions|local)/|^node:';
const within = (...folders) => `${SERVER}|(^|/)(${folders.join('|')})/`;
const closed = { isClosedToCloud: true };

/** Values point inward only; types may cross (docs/architecture.md). */
const importDirections = [
  layer(
    ['miniprogram/domain/**/*.ts'],
    `^(?!\\.)|${within('pages', 'services', 'components', 'platform', 'view', 'outbox')}`,
    '领域规则不依赖任何外部包、页面或服务端代码',
    closed,
  ),
  layer(
    ['miniprogram/platform/**/*.ts'],
    within('pages', 'services', 'components', 'view', 'outbox'),
    'platform 只包装 wx，不认识服务和页面',
  ),
  ...[
    { files: ['miniprogram/services/**/*.ts'], ignores: MAY_CALL_CLOUD, isClosedToCloud: true },
    { files: ['miniprogram/services/call-function.ts'] },
  ].map(({ files, ...options }) =>
    layer(
      files,
      within('pages', 'components', 'view', 'outbox'),
      '服务只引用 domain 和 platform，不认识页面',
      options,
    ),
  ),
  layer(
    ['miniprogram/outbox/**/*.ts'],
    within('pages', 'components', 'view'),
    '发件箱只引用 domain、platform 和服务',
    closed,
  ),
  layer(
    ['miniprogram/view/**/*.ts'],
    within('pages', 'services', 'components', 'platform', 'outbox'),
    'view 是纯函数：数据由页面传入',
    closed,
  ),
  layer(
    ['miniprogram/components/**/*.ts'],
    within('pages', 'services', 'outbox'),
    '组件不取数：数据由页面传入，用事件告诉页面',
    closed,
  ),
  layer(['miniprogram/pages/**/*.ts', 'miniprogram/*.ts'], SERVER, '小程序只能引用服务端的类型', closed),
  layer(
    ['cloudfunctions/**/*.ts'],
    '(^|/)local/|miniprogram/(?!domain/)',
    '云函数只引用 miniprogram/domain，不认识页面和 local',
  ),
  layer(
    ['local/cloud/**/*.ts', 'local/phone/**/*.ts'],
    '(^|/)(miniprogram|cloudfunctions)/(?!.*\\.json$)',
    'local 只装载构建好的产品',
  ),
  layer(
    ['local/seed/**/*.ts', 'local/*.ts'],
    'miniprogram/(?!domain/)|cloudfunctions/(?!indexes$|_shared/catalogue$)',
    '演示数据只用规则、目录和索引声明',
  ),
];

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
  { files: ['local/**/*.ts', 'bench/**/*.ts', 'scripts/**'], rules: { 'no-console': 'off' } },
  ...importDirections,
);
