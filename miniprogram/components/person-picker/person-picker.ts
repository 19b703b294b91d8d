interface PickablePerson {
  readonly personId: string;
  readonly name: string;
  readonly position: string;
  readonly organisation: string;
}

/** Chooses several people, grouped by unit. Tells `pick` with the ids in the order they were ticked. */
Component({
  properties: {
    isOpen: Boolean,
    title: String,
    people: Array,
    pickedIds: Array,
    /** What it means to choose nobody. */
    noneMeans: String,
  },
  data: {
    groups: [] as { organisation: string; people: (PickablePerson & { isPicked: boolean })[] }[],
    picked: [] as string[],
  },
  observers: {
    'isOpen, people'(isOpen: boolean) {
      if (isOpen) this.show([...(this.properties.pickedIds as string[])]);
    },
  },
  methods: {
    show(picked: string[]) {
      const people = this.properties.people as PickablePerson[];
      const organisations = [...new Set(people.map((person) => person.organisation))];
      this.setData({
        picked,
        groups: organisations.map((organisation) => ({
          organisation,
          people: people
            .filter((person) => person.organisation === organisation)
            .map((person) => ({ ...person, isPicked: picked.includes(person.personId) })),
        })),
      });
    },
    onToggle(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      const { picked } = this.data;
      this.show(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]);
    },
    onClose() {
      this.triggerEvent('close');
    },
    onDone() {
      this.triggerEvent('pick', { ids: this.data.picked });
    },
  },
});
