import { cloudEnvironment } from './config';

App({
  onLaunch() {
    wx.cloud.init({ env: cloudEnvironment(), traceUser: false });
  },
});
