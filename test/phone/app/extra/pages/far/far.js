Page({
  onLoad(query) {
    globalThis.tell('far', 'onLoad', query);
    const channel = this.getOpenerEventChannel();
    channel.on('fromOpener', (data) => {
      globalThis.tell('far', 'heard', data);
      channel.emit('fromOpened', { answer: 2 });
    });
  },
});
