import type { PersonRef } from '../../domain/people/post';
import { peopleGroups, peopleRows, type PeopleRow } from '../../view/people-groups';
import { EMPTY_WINDOW, type WindowData } from '../../view/windowed-rows';
import { drawnRows, topAgain, type DrawnRows } from '../drawn-rows';

/** Of the chosen, the last ticked stand above the list: the button says how many there are. */
const MOST_CHIPS = 20;
/** Four rows of the usual type, px. */
const CHUNK_HEIGHT = 208;

/** Chooses several people, or one, found by name, unit or post. Tells `pick` with the ids in the order they were ticked. */
Component({
  properties: {
    isOpen: Boolean,
    title: String,
    /** PersonRef of everybody on offer. */
    people: Array,
    pickedIds: Array,
    /** Ids of those chosen lately, the last first. */
    recentIds: Array,
    /** What it means to choose nobody. */
    noneMeans: String,
    /** One at most: another takes the place of the first. */
    isSingle: Boolean,
  },
  data: {
    ...(EMPTY_WINDOW as WindowData<PeopleRow>),
    isEmpty: false,
    chosen: [] as readonly PersonRef[],
    chips: [] as readonly PersonRef[],
    keyword: '',
    scrollTop: 0,
  },
  observers: {
    'isOpen, people'(isOpen: boolean) {
      if (isOpen) this.begin([...(this.properties.pickedIds as string[])], '');
    },
  },
  methods: {
    list(): DrawnRows<PeopleRow> {
      const self = this as unknown as { kept?: DrawnRows<PeopleRow> };
      self.kept ??= drawnRows<PeopleRow>(this, CHUNK_HEIGHT);
      return self.kept;
    },
    rows(picked: readonly string[], keyword: string): PeopleRow[] {
      const people = this.properties.people as readonly PersonRef[];
      const recent = this.properties.recentIds as readonly string[];
      return peopleRows(peopleGroups(people, { picked, keyword, recent }));
    },
    chosenOf(picked: readonly string[]) {
      const people = this.properties.people as readonly PersonRef[];
      const chosen = picked.flatMap((id) => people.find(({ personId }) => personId === id) ?? []);
      return { chosen, chips: chosen.slice(-MOST_CHIPS) };
    },
    /** The list from its beginning. */
    begin(picked: readonly string[], keyword: string) {
      const rows = this.rows(picked, keyword);
      this.list().begin(rows, {
        keyword,
        ...this.chosenOf(picked),
        isEmpty: rows.length === 0,
        scrollTop: topAgain(this.data.scrollTop),
      });
    },
    picked(): string[] {
      return this.data.chosen.map(({ personId }) => personId);
    },
    onSearch({ detail }: WechatMiniprogram.CustomEvent<{ keyword: string }>) {
      this.begin(this.picked(), detail.keyword);
    },
    onScroll({ detail }: WechatMiniprogram.ScrollViewScroll) {
      this.list().scrolled(detail.scrollTop);
    },
    onToggle(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      const before = this.picked();
      const kept = this.properties.isSingle ? [] : before;
      const picked = before.includes(id) ? before.filter((other) => other !== id) : [...kept, id];
      this.list().change(this.rows(picked, this.data.keyword), this.chosenOf(picked));
    },
    onClose() {
      this.triggerEvent('close');
    },
    onDone() {
      this.triggerEvent('pick', { ids: this.picked() });
    },
  },
});
