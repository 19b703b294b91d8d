import type { template } from 'glass-easel';

/** The mini program as the compiler hands it over. */
export interface ProgramUnit {
  readonly path: string;
  readonly isPage: boolean;
  /** Of its classes and of [wx-host]. */
  readonly prefix: string;
  readonly config: UnitConfig;
  readonly style: string;
  /** Runs the unit's script, which calls Page or Component. */
  readonly run: () => void;
}

export interface UnitConfig {
  readonly usingComponents?: Readonly<Record<string, string>>;
  /** homePage, unless the page wants to be opened again (页面配置). */
  readonly restartStrategy?: string;
  readonly componentGenerics?: Readonly<Record<string, { readonly default?: string }>>;
  readonly navigationBarTitleText?: string;
  readonly navigationBarBackgroundColor?: string;
  readonly navigationBarTextStyle?: string;
  readonly navigationStyle?: string;
  readonly backgroundColor?: string;
  readonly backgroundTextStyle?: string;
  readonly enablePullDownRefresh?: boolean;
  readonly onReachBottomDistance?: number;
  readonly disableScroll?: boolean;
  /** wx.hideHomeButton on this page; no field of WeChat's configuration. */
  readonly isHomeButtonHidden?: boolean;
}

export interface TabBar {
  readonly borderStyle?: 'black' | 'white';
  readonly color: string;
  readonly selectedColor: string;
  readonly backgroundColor: string;
  readonly list: readonly {
    readonly pagePath: string;
    readonly text: string;
    readonly iconPath?: string;
    readonly selectedIconPath?: string;
  }[];
}

export interface PreloadRule {
  /** Which network carries it; WeChat's default is Wi-Fi alone. */
  readonly network?: 'all' | 'wifi';
  /** Roots or names; __APP__ is the main package. */
  readonly packages: readonly string[];
}

export interface AppConfig {
  readonly window?: UnitConfig;
  readonly tabBar?: TabBar;
  /** Whether themes are told to the program (getAppBaseInfo().theme, onThemeChange). */
  readonly darkmode?: boolean;
  /** Reasons a person is told when asked for a scope. */
  readonly permission?: Readonly<Record<string, { readonly desc: string }>>;
  /** Without being named here, the interfaces of places fail. */
  readonly requiredPrivateInfos?: readonly string[];
  readonly preloadRule?: Readonly<Record<string, PreloadRule>>;
  readonly entryPagePath?: string;
}

/** Pages and components that are loaded together. */
export interface ProgramPackage {
  readonly templates: Readonly<Record<string, template.ComponentTemplate['content']>>;
  readonly units: readonly ProgramUnit[];
}

export interface ProgramSubpackage {
  readonly root: string;
  readonly name: string;
  /** Fetches its bundle. */
  readonly load: () => Promise<ProgramPackage>;
}

export interface Program {
  readonly config: AppConfig;
  /** What the configuration's `@name`s stand for, in light and dark. */
  readonly theme: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>;
  readonly pages: readonly string[];
  readonly style: string;
  readonly run: () => void;
  readonly main: ProgramPackage;
  readonly subpackages: readonly ProgramSubpackage[];
}
