const tell = (what) =>
  function () {
    globalThis.tell(this.data.name || 'component', what);
  };

Component({
  properties: { name: { type: String, value: 'component' } },
  lifetimes: {
    created() {
      globalThis.tell('component', 'created');
    },
    attached: tell('attached'),
    ready: tell('ready'),
    moved: tell('moved'),
    detached: tell('detached'),
  },
  pageLifetimes: { show: tell('show'), hide: tell('hide'), resize: tell('resize') },
});
