import { cloudEnvironment } from './config';
import { openCloud } from './platform/cloud';

App({
  onLaunch() {
    openCloud(cloudEnvironment());
  },
});
