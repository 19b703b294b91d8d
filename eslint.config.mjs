import tseslint from 'typescript-eslint';

const inward = (patterns, message) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    { patterns: [{ regex: patterns, message, allowTypeImports: true }] },
  ],
});

/** Values point inward only; types may cross (docs/architecture.md). */
const importDirections = [
  {
    files: ['miniprogram/domain/**/*.ts'],
    rules: inward(
      '^(?!\\.)|/(pages|services|components|platform|view|outbox|cloudfunctions|local)/',
      '领域规则不依赖任何外部包、页面或服务端代码',
    ),
  },
  {
    files: ['miniprogram/**/*.ts'],
    ignores: ['miniprogram/domain/**'],
    rules: inward('(^|/)(cloudfunctions|local)/|^node:', '小程序只能引用服务端的类型'),
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    rules: inward(
      '(^|/)local/|miniprogram/(?!domain/)',
      '云函数只引用 miniprogram/domain，不认识页面和 local',
    ),
  },
  {
    files: ['local/cloud/**/*.ts', 'local/phone/**/*.ts'],
    rules: inward('(^|/)(miniprogram|cloudfunctions)/(?!.*\\.json$)', 'local 只装载构建好的产品'),
  },
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
  {
    files: ['local/**/*.ts', 'bench/**/*.ts', 'torture/**/*.ts', 'audit/**/*.ts', 'scripts/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['miniprogram/{pages,services,components}/**/*.ts'],
    ignores: ['miniprogram/services/call-function.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[property.name='cloud'][object.name='wx']",
          message: 'wx.cloud 只在 services/call-function.ts 与 platform/ 中使用',
        },
      ],
    },
  },
  ...importDirections,
);
