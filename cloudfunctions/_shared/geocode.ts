/**
 * Names a point by Tencent location service's reverse geocoder (`/ws/geocoder/v1`), GCJ-02.
 * LBS_URL and LBS_KEY come from the function's environment; on one machine a double of the service answers there.
 * @returns the service's address, or '' when it does not answer: a position without a name is still a position
 */
export const addressOf = async (point: { lng: number; lat: number }): Promise<string> => {
  const base = process.env['LBS_URL'];
  if (!base) return '';
  const query = new URLSearchParams({
    location: `${point.lat},${point.lng}`,
    key: process.env['LBS_KEY'] ?? '',
  });
  try {
    const response = await fetch(`${base}/ws/geocoder/v1/?${query.toString()}`, {
      signal: AbortSignal.timeout(3000),
    });
    const answer = (await response.json()) as { status?: number; result?: { address?: string } };
    return answer.status === 0 ? (answer.result?.address ?? '') : '';
  } catch (error) {
    console.warn('reverse geocoding failed', error);
    return '';
  }
};
