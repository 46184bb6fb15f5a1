const two = (n: number) => String(n).padStart(2, '0')

/** Days and hours around an instant, where the phone is. */
export const calendarAround = (now: number) => {
  const at = (days: number, hours: number, minutes: number) => {
    const day = new Date(now)
    day.setDate(day.getDate() + days)
    day.setHours(hours, minutes, 0, 0)
    return day
  }
  return {
    /** `YYYY-MM-DD`, so many days from today. */
    day: (days: number) => {
      const day = at(days, 12, 0)
      return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
    },
    /** The instant of an hour so many days from today, on a Friday where it would be a weekend. */
    workingHour: (days: number, hours: number, minutes: number) => {
      const past = (at(days, 12, 0).getDay() + 1) % 7
      return at(past < 2 ? days - past - 1 : days, hours, minutes).toISOString()
    },
    /** The instant of an hour so many days from today, whatever the day of the week. */
    hour: (days: number, hours: number, minutes: number) => at(days, hours, minutes).toISOString(),
    /** So many minutes ago, and still today. */
    minutesAgo: (minutes: number) => new Date(Math.max(now - minutes * 60_000, at(0, 0, 0).getTime())).toISOString(),
  }
}
