import type { AppConfig, ProgramPackage, ProgramSubpackage } from './program';
import { settings } from './settings';
import { failure } from './wx/api';

/** Subpackages come when a page of theirs is wanted, or ahead of it by preloadRule; once there, they stay. */
export class Subpackages {
  private readonly all: readonly ProgramSubpackage[];
  private readonly rules: AppConfig['preloadRule'];
  private readonly adopt: (loaded: ProgramPackage) => void;
  private readonly present = new Set<string>();
  private readonly coming = new Map<string, Promise<void>>();

  /** @param adopt makes the package's pages and components known */
  constructor(
    all: readonly ProgramSubpackage[],
    rules: AppConfig['preloadRule'],
    adopt: (loaded: ProgramPackage) => void,
  ) {
    this.all = all;
    this.rules = rules;
    this.adopt = adopt;
  }

  private fetch(subpackage: ProgramSubpackage): Promise<void> {
    const { root, load } = subpackage;
    const known = this.coming.get(root);
    if (known) return known;
    const coming = load()
      .then((loaded) => {
        this.adopt(loaded);
        this.present.add(root);
      })
      .finally(() => this.coming.delete(root));
    this.coming.set(root, coming);
    return coming;
  }

  private of(page: string): ProgramSubpackage | undefined {
    return this.all.find(({ root }) => page.startsWith(`${root.replace(/\/$/, '')}/`));
  }

  /** @returns nothing when the page's package is there already @throws {errMsg} without a network */
  ensure(page: string): Promise<void> | undefined {
    const subpackage = this.of(page);
    if (!subpackage || this.present.has(subpackage.root)) return undefined;
    if (settings.net === 'off') throw failure('fail load subpackage fail: network is down');
    return this.fetch(subpackage);
  }

  /** A page is shown: what its rule names is fetched in the background. */
  preload(page: string): void {
    const rule = this.rules?.[page];
    if (!rule || settings.net === 'off') return;
    // `wifi`, the default, waits for Wi-Fi: the slow network is none.
    if ((rule.network ?? 'wifi') === 'wifi' && settings.net !== 'on') return;
    for (const subpackage of this.all) {
      const { root, name } = subpackage;
      const isNamed = rule.packages.includes(root) || (name !== '' && rule.packages.includes(name));
      if (!isNamed || this.present.has(root)) continue;
      this.fetch(subpackage).catch((error: unknown) => console.warn(`preloadRule ${root}`, error));
    }
  }
}
