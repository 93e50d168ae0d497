import { reads, readsArguments, rowsOf } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const dayjs = rowsOf('dayjs', 'https://day.js.org/docs/en/parse/parse')
const fns = rowsOf('date-fns', 'https://date-fns.org/docs/Getting-Started')

const DATES = `addBusinessDays addDays addHours addMilliseconds addMinutes addMonths addQuarters addSeconds addWeeks
  addYears endOfDay endOfHour endOfMinute endOfMonth endOfQuarter endOfWeek endOfYear fromUnixTime max min parse
  parseISO set setDate setHours setMinutes setMonth setSeconds setYear startOfDay startOfHour startOfMinute
  startOfMonth startOfQuarter startOfWeek startOfYear sub subDays subHours subMilliseconds subMinutes subMonths
  subQuarters subSeconds subWeeks subYears toDate add`
const NUMBERS = `compareAsc compareDesc differenceInBusinessDays differenceInCalendarDays differenceInCalendarMonths
  differenceInDays differenceInHours differenceInMilliseconds differenceInMinutes differenceInMonths
  differenceInSeconds differenceInWeeks differenceInYears getDate getDay getDayOfYear getDaysInMonth getHours
  getMilliseconds getMinutes getMonth getQuarter getSeconds getTime getUnixTime getWeek getYear`
const TEXTS = `format formatDistance formatDistanceStrict formatDuration formatISO formatRFC3339 formatRFC7231 lightFormat`
const QUESTIONS = `isAfter isBefore isDate isEqual isFirstDayOfMonth isLastDayOfMonth isLeapYear isMatch isMonday
  isSameDay isSameHour isSameMinute isSameMonth isSameSecond isSameWeek isSameYear isSaturday isSunday isValid
  isWeekend isWithinInterval`

const DAYJS_STEPS = `add subtract startOf endOf set clone local utc
  tz locale`
const DAYJS_VALUES = `format valueOf unix toDate toISOString toJSON toString diff isBefore isAfter isSame isValid
  isSameOrBefore isSameOrAfter isBetween daysInMonth utcOffset fromNow toNow from to get year month
  date day hour minute second millisecond`

/** Dates that are not changed once they are made. */
export const DATE_ROWS: readonly KnownCallRow[] = [
  fns('', DATES, { effects: readsArguments(0, 1), fresh: true, returns: 'Date' }),
  fns('', NUMBERS, { effects: readsArguments(0, 1), returns: 'number' }),
  fns('', TEXTS, { effects: readsArguments(0, 1), returns: 'string' }),
  fns('', QUESTIONS, { effects: readsArguments(0, 1), returns: 'boolean' }),
  fns('', 'isFuture isPast isToday isTomorrow isYesterday formatDistanceToNow', {
    effects: [...reads('clock'), ...readsArguments(0)],
  }),

  dayjs('', 'default utc tz unix', {
    effects: [...reads('clock'), ...readsArguments(0)],
    returns: 'dayjs:Dayjs',
    fresh: true,
  }),
  dayjs('', 'isDayjs', { effects: [], returns: 'boolean' }),
  dayjs('Dayjs#', DAYJS_STEPS, { effects: [], returns: 'dayjs:Dayjs', fresh: true }),
  dayjs('Dayjs#', DAYJS_VALUES, { effects: [], fresh: true }),
]
