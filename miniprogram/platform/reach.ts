interface Destination {
  readonly lng: number;
  readonly lat: number;
  readonly name: string;
  readonly address: string;
}

/** WeChat's map with its ways there. GCJ-02. */
export const showWayTo = async ({ lng, lat, name, address }: Destination): Promise<void> => {
  await wx.openLocation({ longitude: lng, latitude: lat, name, address, scale: 16 });
};

/** WeChat asks before it calls; turning back is no failure. */
export const callPhone = async (phoneNumber: string): Promise<void> => {
  try {
    await wx.makePhoneCall({ phoneNumber });
  } catch (error) {
    if (!/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) throw error;
  }
};
