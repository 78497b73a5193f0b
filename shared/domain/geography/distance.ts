import type { Position } from './position.ts';

const earthRadiusKm = 6371;

/**
 * How much longer the road is than the straight line: our proposal, to be replaced by whoever has measured. Along the
 * main roads it is less, across the valleys more.
 */
export const roadFactor = 1.3;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres along the great circle (haversine). */
export function greatCircleKm(from: Position, to: Position): number {
  const halfLatitude = Math.sin(radians(to.latitude - from.latitude) / 2);
  const halfLongitude = Math.sin(radians(to.longitude - from.longitude) / 2);
  const alongMeridians = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude));
  const chord = halfLatitude ** 2 + alongMeridians * halfLongitude ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** An estimate of the kilometres by road, in whole ones; nothing here knows a road. */
export function estimatedRoadKm(from: Position, to: Position): number {
  return Math.round(roadFactor * greatCircleKm(from, to));
}
