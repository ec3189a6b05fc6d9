/** Most urgent first, as they stand from left to right. */
export const LANE_NAMES = ['overdue', 'today', 'tomorrow', 'later'] as const
export type LaneName = (typeof LANE_NAMES)[number]
