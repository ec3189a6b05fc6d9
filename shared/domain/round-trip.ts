/**
 * A stretch of the day is slow when half of its answers took this long or longer. The median, because one hung call says nothing about the
 * service; three seconds, because a call of 32 notices is answered well under one by a service that is well, and given up after thirty.
 */
export const SLOW_ROUND_TRIP_MS = 3_000
