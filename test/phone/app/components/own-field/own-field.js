Component({
  behaviors: ['wx://form-field', 'wx://form-field-button'],
  lifetimes: {
    attached() {
      this.setData({ value: 'own value' });
    },
  },
});
