import type { PersonRef } from '../../domain/people/post';
import { peopleGroups, type PeopleGroup } from '../../view/people-groups';

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
    groups: [] as readonly PeopleGroup[],
    chosen: [] as readonly PersonRef[],
    keyword: '',
  },
  observers: {
    'isOpen, people'(isOpen: boolean) {
      if (isOpen) this.show([...(this.properties.pickedIds as string[])], '');
    },
  },
  methods: {
    show(picked: readonly string[], keyword: string) {
      const people = this.properties.people as readonly PersonRef[];
      const recent = this.properties.recentIds as readonly string[];
      this.setData({
        keyword,
        chosen: picked.flatMap((id) => people.find(({ personId }) => personId === id) ?? []),
        groups: peopleGroups(people, { picked, keyword, recent }),
      });
    },
    picked(): string[] {
      return this.data.chosen.map(({ personId }) => personId);
    },
    onSearch({ detail }: WechatMiniprogram.CustomEvent<{ keyword: string }>) {
      this.show(this.picked(), detail.keyword);
    },
    onToggle(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      const picked = this.picked();
      const kept = this.properties.isSingle ? [] : picked;
      this.show(
        picked.includes(id) ? picked.filter((other) => other !== id) : [...kept, id],
        this.data.keyword,
      );
    },
    onClose() {
      this.triggerEvent('close');
    },
    onDone() {
      this.triggerEvent('pick', { ids: this.picked() });
    },
  },
});
