/** One drawing of the family; takes the colour of the text around it. */
Component({
  properties: {
    name: String,
    /** px at normal type; grows with the type. */
    size: { type: Number, value: 24 },
  },
});
