/**
 * What a proxy script may call besides `dnsResolve` and `myIpAddress`, which come from outside. Runs inside the sandbox, before the script.
 * As browsers have understood it since Netscape's "Navigator Proxy Auto-Config File Format" of 1996.
 */
export const SCRIPT_WORDS = String.raw`
var isPlainHostName = function (host) { return host.indexOf('.') === -1 }
var dnsDomainIs = function (host, domain) { return host.slice(-domain.length) === domain }
var localHostOrDomainIs = function (host, whole) {
  return host === whole || (isPlainHostName(host) && whole.indexOf(host + '.') === 0)
}
var isResolvable = function (host) { return dnsResolve(host) !== null }
var dnsDomainLevels = function (host) { return host.split('.').length - 1 }
var shExpMatch = function (text, pattern) {
  var expression = pattern.replace(/[.+^$(){}|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.')
  return new RegExp('^' + expression + '$').test(text)
}
var convert_addr = function (address) {
  var parts = address.split('.')
  return ((parts[0] & 255) << 24) | ((parts[1] & 255) << 16) | ((parts[2] & 255) << 8) | (parts[3] & 255)
}
var isInNet = function (host, network, mask) {
  var address = /^\d{1,3}(\.\d{1,3}){3}$/.test(host) ? host : dnsResolve(host)
  return address !== null && (convert_addr(address) & convert_addr(mask)) === (convert_addr(network) & convert_addr(mask))
}
var alert = function () {}
;(function () {
  var DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
  var MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
  // Takes a closing 'GMT' off the arguments and answers a clock in that zone.
  function clock(given) {
    var now = new Date()
    var isGmt = given[given.length - 1] === 'GMT'
    if (isGmt) given.pop()
    var read = function (part) { return isGmt ? now['getUTC' + part]() : now['get' + part]() }
    return { weekday: read('Day'), day: read('Date'), month: read('Month'), year: read('FullYear'),
      seconds: (read('Hours') * 60 + read('Minutes')) * 60 + read('Seconds') }
  }
  function within(now, from, until) { return from <= until ? from <= now && now <= until : now >= from || now <= until }
  weekdayRange = function () {
    var given = [].slice.call(arguments)
    var now = clock(given)
    var from = DAYS.indexOf(given[0])
    return within(now.weekday, from, given.length > 1 ? DAYS.indexOf(given[1]) : from)
  }
  timeRange = function () {
    var given = [].slice.call(arguments)
    var now = clock(given)
    // Both ends count whole, as in every browser: an hour of hours, a minute of minutes.
    var half = Math.max(given.length / 2, 1)
    var unit = half === 1 ? 3600 : half === 2 ? 60 : 1
    var at = function (offset) { return ((given[offset] || 0) * 60 + (half > 1 ? given[offset + 1] : 0)) * 60 + (half > 2 ? given[offset + 2] : 0) }
    return within(Math.floor(now.seconds / unit), at(0) / unit, at(given.length > 1 ? half : 0) / unit)
  }
  // Days, months and years in any usual combination: each end is as exact as it is written.
  dateRange = function () {
    var given = [].slice.call(arguments)
    var now = clock(given)
    var half = given.length === 1 ? given : given.slice(0, given.length / 2)
    var rest = given.length === 1 ? given : given.slice(given.length / 2)
    var number = function (parts, current) {
      var sum = 0
      var has = { year: false, month: false, day: false }
      parts.forEach(function (part) {
        if (typeof part === 'string') has.month = MONTHS.indexOf(part)
        else if (part > 31) has.year = part
        else has.day = part
      })
      if (has.year !== false) sum += (current ? now.year : has.year) * 10000
      if (has.month !== false) sum += (current ? now.month : has.month) * 100
      if (has.day !== false) sum += current ? now.day : has.day
      return sum
    }
    return within(number(half, true), number(half, false), number(rest, false))
  }
})()
var weekdayRange, timeRange, dateRange
`
