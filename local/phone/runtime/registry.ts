import type { ComponentOptions, GeneralBehavior, GeneralComponent } from 'glass-easel';
import { MiniProgramEnv, type AssociatedBackend, type CodeSpace } from 'glass-easel-miniprogram-adapter';
import { PhoneBackend } from './backend';
import { defineBuiltins } from './builtins';
import { NAMED_BEHAVIORS } from './named-behaviors';
import type { Program, ProgramPackage, ProgramUnit, UnitConfig } from './program';

export interface Registry {
  readonly space: CodeSpace;
  readonly backend: AssociatedBackend;
  /** Makes a package's pages and components known. */
  readonly adopt: (loaded: ProgramPackage) => void;
  /** Runs the unit's script, and those of the components it uses, unless that was done. */
  readonly load: (path: string) => void;
  /** Whether there is a built-in component of that name. */
  readonly isTag: (tag: string) => boolean;
  readonly configOf: (path: string) => UnitConfig;
  /** The screen has another width. */
  readonly resolveAgain: () => void;
}

type Options = Record<string, unknown>;
type Prepare = (is: string, options?: object) => [ComponentOptions, unknown];

/** The engine fires no `ready`: it comes when what was attached has been laid out, children first. */
const readyQueue: GeneralComponent[] = [];
const fireReady = (): void => {
  for (const component of readyQueue.splice(0).reverse()) component.triggerLifetime('ready', []);
};
const queueReady = (component: GeneralComponent): void => {
  readyQueue.push(component);
  if (readyQueue.length === 1) queueMicrotask(fireReady);
};

/** `lifetimes: { detached: undefined }` would throw much later. */
const withoutUndefined = (definition: Options): Options => {
  const kept: Options = {};
  for (const [key, value] of Object.entries(definition)) {
    if (value === undefined) continue;
    kept[key] = key === 'lifetimes' || key === 'pageLifetimes' ? withoutUndefined(value as Options) : value;
  }
  return kept;
};

export const createRegistry = (program: Program): Registry => {
  const env = new MiniProgramEnv();
  const builtins = defineBuiltins(env.getGlobalCodeSpace().getComponentSpace());
  const space = env.createCodeSpace('', true);
  for (const [tag, definition] of Object.entries(builtins)) {
    space.getComponentSpace().setGlobalUsingComponent(tag, definition);
  }
  // The adapter's own defaults break on vant-button's `dataset` property and prefix every id.
  const inner = space as unknown as { prepareComponentOptions: Prepare };
  const prepare = inner.prepareComponentOptions.bind(space);
  inner.prepareComponentOptions = (is, options) => {
    const [prepared, isolation] = prepare(is, options);
    return [
      { ...prepared, writeFieldsToNode: false, writeIdToDOM: true, idPrefixGenerator: null },
      isolation,
    ];
  };
  space.setOverallBehavior(readyBehavior(space));
  const inBrowser = new PhoneBackend();
  const backend = env.associateBackend(inBrowser);
  const units = new Map<string, ProgramUnit>();
  const loaded = new Set<string>();

  backend.registerStyleSheetContent('app', program.style);
  space.addStyleSheet('app', 'app');

  const adopt = (added: ProgramPackage): void => {
    for (const unit of added.units) {
      const { path, isPage, config, style, prefix } = unit;
      units.set(path, unit);
      space.addComponentStaticConfig(path, { ...config, component: !isPage } as never);
      const content = added.templates[path];
      if (content === undefined) throw new Error(`no template: ${path}`);
      space.addCompiledTemplate(path, { groupList: added.templates as never, content });
      backend.registerStyleSheetContent(path, style);
      space.addStyleSheet(path, path, prefix);
    }
  };
  adopt(program.main);

  /** options given in JavaScript count like those of the JSON file (vant gives them there). */
  const adoptOptions = (path: string, options: Options | undefined): void => {
    if (!options) return;
    const { addGlobalClass, styleIsolation } = options;
    const config = space.getComponentStaticConfig(path) as Options | undefined;
    space.addComponentStaticConfig(path, {
      ...config,
      ...(addGlobalClass === undefined ? {} : { addGlobalClass }),
      ...(styleIsolation === undefined ? {} : { styleIsolation }),
    } as never);
  };

  const run = (path: string, script: () => void): void => {
    space.componentEnv(path, ({ Page, Component, Behavior }) => {
      const behaviors = (names: unknown): unknown =>
        Array.isArray(names)
          ? names.map((name: unknown) =>
              typeof name === 'string' ? Behavior((NAMED_BEHAVIORS[name] ?? {}) as never) : name,
            )
          : names;
      const cleaned = (definition: Options): Options => {
        const kept = withoutUndefined(definition);
        return kept['behaviors'] ? { ...kept, behaviors: behaviors(kept['behaviors']) } : kept;
      };
      const outer = { Page: globals.Page, Component: globals.Component, Behavior: globals.Behavior };
      globals.Page = (definition: Options) => Page(cleaned(definition) as never);
      globals.Component = (definition: Options) => {
        adoptOptions(path, definition['options'] as Options | undefined);
        Component(cleaned(definition) as never);
      };
      globals.Behavior = (definition: Options) => Behavior(cleaned(definition) as never);
      try {
        script();
      } finally {
        Object.assign(globals, outer);
      }
    });
  };

  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    const unit = units.get(path);
    if (!unit) throw new Error(`no such component: ${path}`);
    const { usingComponents = {}, componentGenerics = {} } = unit.config;
    const defaults = Object.values(componentGenerics).map((generic) => generic.default ?? '');
    for (const child of [...Object.values(usingComponents), ...defaults]) if (child) load(child.slice(1));
    run(path, unit.run);
  };

  return {
    space,
    backend,
    adopt,
    load,
    configOf: (path) => units.get(path)?.config ?? {},
    isTag: (tag) => tag in builtins,
    resolveAgain: () => inBrowser.resolveAgain(),
  };
};

const globals = globalThis as unknown as Record<'Page' | 'Component' | 'Behavior', unknown>;

const readyBehavior = (space: CodeSpace): GeneralBehavior =>
  space.getComponentSpace().defineBehavior({
    lifetimes: {
      attached(this: unknown) {
        // The framework hands over the method caller; the component stands behind it.
        const caller = this as { _$?: GeneralComponent };
        queueReady(caller._$ ?? (this as GeneralComponent));
      },
    },
  }) as unknown as GeneralBehavior;
