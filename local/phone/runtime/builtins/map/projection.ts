export interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** Web Mercator as map services draw it: 256 px the world at scale 0, doubled with each step. */
const WORLD_PX = 256;
const EQUATOR_M = 40_075_016.686;

const worldPixel = ({ longitude, latitude }: Place, scale: number): Pixel => {
  const size = WORLD_PX * 2 ** scale;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return {
    x: ((longitude + 180) / 360) * size,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size,
  };
};

const placeOf = ({ x, y }: Pixel, scale: number): Place => {
  const size = WORLD_PX * 2 ** scale;
  const angle = Math.PI * (1 - (2 * y) / size);
  return { longitude: (x / size) * 360 - 180, latitude: (Math.atan(Math.sinh(angle)) * 180) / Math.PI };
};

/** What is where in a frame of px whose middle is `center`. */
export class Projection {
  readonly center: Place;
  readonly scale: number;
  private readonly width: number;
  private readonly height: number;

  constructor(center: Place, scale: number, size: { readonly width: number; readonly height: number }) {
    this.center = center;
    this.scale = scale;
    this.width = size.width;
    this.height = size.height;
  }

  pixel(place: Place): Pixel {
    const middle = worldPixel(this.center, this.scale);
    const { x, y } = worldPixel(place, this.scale);
    return { x: x - middle.x + this.width / 2, y: y - middle.y + this.height / 2 };
  }

  place({ x, y }: Pixel): Place {
    const middle = worldPixel(this.center, this.scale);
    return placeOf({ x: x - this.width / 2 + middle.x, y: y - this.height / 2 + middle.y }, this.scale);
  }

  /** px of a length on the ground, m, at the frame's middle. */
  lengthOf(metres: number): number {
    const size = WORLD_PX * 2 ** this.scale;
    return (metres * size) / (EQUATOR_M * Math.cos((this.center.latitude * Math.PI) / 180));
  }

  region(): { readonly southwest: Place; readonly northeast: Place } {
    return {
      southwest: this.place({ x: 0, y: this.height }),
      northeast: this.place({ x: this.width, y: 0 }),
    };
  }
}
