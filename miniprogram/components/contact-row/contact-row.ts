/** A person with their post and number; who may call them taps 拨打电话. Tells `call` with { phone }. */
Component({
  properties: {
    name: String,
    position: String,
    /** Masked where it may not be called; '' where none is known. */
    phone: String,
    canCall: Boolean,
    /** The person who looks. */
    isSelf: Boolean,
  },
  methods: {
    onCall() {
      this.triggerEvent('call', { phone: this.properties.phone });
    },
  },
});
