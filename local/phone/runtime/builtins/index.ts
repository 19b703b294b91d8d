import type { ComponentSpace, GeneralComponentDefinition } from 'glass-easel';
import { button } from './button/button';
import { camera } from './camera/camera';
import { canvas } from './canvas/canvas';
import { checkbox } from './checkbox/checkbox';
import { checkboxGroup } from './checkbox-group/checkbox-group';
import { coverImage } from './cover-image/cover-image';
import { coverView } from './cover-view/cover-view';
import { form } from './form/form';
import { icon } from './icon/icon';
import { image } from './image/image';
import { input } from './input/input';
import { keyboardAccessory } from './keyboard-accessory/keyboard-accessory';
import { label } from './label/label';
import { map } from './map/map';
import { matchMedia } from './match-media/match-media';
import { movableArea } from './movable-area/movable-area';
import { movableView } from './movable-view/movable-view';
import type { BuiltinName } from '../../compiler/builtin-names';
import { navigator } from './navigator/navigator';
import { pageContainer } from './page-container/page-container';
import { pageMeta } from './page-meta/page-meta';
import { picker } from './picker/picker';
import { pickerView } from './picker-view/picker-view';
import { pickerViewColumn } from './picker-view-column/picker-view-column';
import { progress } from './progress/progress';
import { radio } from './radio/radio';
import { radioGroup } from './radio-group/radio-group';
import { richText } from './rich-text/rich-text';
import { rootPortal } from './root-portal/root-portal';
import { scrollView } from './scroll-view/scroll-view';
import { slider } from './slider/slider';
import { defineBuiltin, type Builtin } from './support/define';
import { swiper } from './swiper/swiper';
import { swiperItem } from './swiper-item/swiper-item';
import { switchControl } from './switch/switch';
import { text } from './text/text';
import { textarea } from './textarea/textarea';
import { video } from './video/video';
import { view } from './view/view';

/** WeChat's own components, as far as our pages and vant use them: the names that the compiler knows. */
const BUILTINS: Readonly<Record<BuiltinName, Builtin>> = {
  button,
  camera,
  canvas,
  checkbox,
  'checkbox-group': checkboxGroup,
  'cover-image': coverImage,
  'cover-view': coverView,
  form,
  icon,
  image,
  input,
  'keyboard-accessory': keyboardAccessory,
  label,
  map,
  'match-media': matchMedia,
  'movable-area': movableArea,
  'movable-view': movableView,
  navigator,
  'page-container': pageContainer,
  'page-meta': pageMeta,
  picker,
  'picker-view': pickerView,
  'picker-view-column': pickerViewColumn,
  progress,
  radio,
  'radio-group': radioGroup,
  'rich-text': richText,
  'root-portal': rootPortal,
  'scroll-view': scrollView,
  slider,
  swiper,
  'swiper-item': swiperItem,
  switch: switchControl,
  text,
  textarea,
  video,
  view,
};

export const defineBuiltins = (space: ComponentSpace): Readonly<Record<string, GeneralComponentDefinition>> =>
  Object.fromEntries(
    Object.entries(BUILTINS).map(([tag, builtin]) => [tag, defineBuiltin(space, tag, builtin)]),
  );
