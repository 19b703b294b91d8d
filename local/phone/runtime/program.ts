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
  readonly navigationBarTitleText?: string;
  readonly navigationBarBackgroundColor?: string;
  readonly navigationBarTextStyle?: string;
  readonly navigationStyle?: string;
  readonly backgroundColor?: string;
  readonly enablePullDownRefresh?: boolean;
  readonly onReachBottomDistance?: number;
  readonly disableScroll?: boolean;
}

export interface TabBar {
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

export interface AppConfig {
  readonly window?: UnitConfig;
  readonly tabBar?: TabBar;
  /** Whether themes are told to the program (getAppBaseInfo().theme, onThemeChange). */
  readonly darkmode?: boolean;
  /** Reasons a person is told when asked for a scope. */
  readonly permission?: Readonly<Record<string, { readonly desc: string }>>;
  /** Without being named here, the interfaces of places fail. */
  readonly requiredPrivateInfos?: readonly string[];
}

export interface Program {
  readonly config: AppConfig;
  readonly pages: readonly string[];
  readonly style: string;
  readonly run: () => void;
  readonly templates: Readonly<Record<string, template.ComponentTemplate['content']>>;
  readonly units: readonly ProgramUnit[];
}
