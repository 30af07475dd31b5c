extension Calendar {
    /// The hour at which `span` working hours have passed since hour `time`; never earlier than `time`.
    ///
    /// A whole working day ends when the day closes, not when the next one opens; no hours at all take no time.
    /// A later `time` may end earlier by rounding, at most some 1e-7 of the hour: times are Float32.
    ///
    /// `phase` is the hour of the week (0 = Monday 00:00 local) at hour 0; hours by date need none. Infinite arguments give
    /// infinity. The lane twin below does the same operations in the same order.
    package func after(_ time: Float, _ span: Float, phase: Float) -> Float {
        guard time < .infinity, span < .infinity else { return .infinity }
        if span == 0 { return time }
        return dated?.after(time, span, thereafter: self) ?? inWeeks(after: time, span, phase: phase)
    }

    /// The same by the week's rhythm, whatever the date; both finite, `span` above 0.
    func inWeeks(after time: Float, _ span: Float, phase: Float) -> Float {
        let length = closes - opens
        let perWeek = Float(days) * length
        let y = time + phase
        var week = (y * Float(1.0 / 168.0)).rounded(.down)
        var r = y - week * 168
        if r < 0 {
            week -= 1
            r += 168
        }
        if r >= 168 {
            week += 1
            r -= 168
        }
        let day = min(max((r * Float(1.0 / 24.0)).rounded(.down), 0), 6)
        let h = r - day * 24
        let today = day < Float(days) ? min(max(h - opens, 0), length) : 0
        let target = min(day, Float(days)) * length + today + span
        let weeksMore = wholeBelow(target / perWeek)
        var rest = target - weeksMore * perWeek
        if rest < 0 { rest = 0 }
        let dayIn = min(wholeBelow(rest / length), Float(days) - 1)
        let inDay = rest - dayIn * length
        let result = (week + weeksMore) * 168 + dayIn * 24 + opens + inDay
        return max(time, result - phase)
    }

    /// The largest integer strictly below a number, at least 0.
    private func wholeBelow(_ x: Float) -> Float {
        let whole = x.rounded(.down)
        return max(whole == x ? whole - 1 : whole, 0)
    }

    /// Eight trials at once, the same bits.
    @inline(__always)
    package func after(_ time: Times, _ span: Times, phase: Times) -> Times {
        if dated != nil { return lanes(after: time, span, phase: phase) }
        let zero = Times(repeating: 0)
        let length = closes - opens
        let dayCount = Float(days)
        let perWeek = Times(repeating: dayCount * length)
        let y = time + phase
        var week = floor(y * Float(1.0 / 168.0))
        var r = y - week * 168
        let below = r .< zero
        week.replace(with: week - 1, where: below)
        r.replace(with: r + 168, where: below)
        let above = r .>= 168
        week.replace(with: week + 1, where: above)
        r.replace(with: r - 168, where: above)
        let day = earlier(later(floor(r * Float(1.0 / 24.0)), zero), Times(repeating: 6))
        let h = r - day * 24
        let open = earlier(later(h - opens, zero), Times(repeating: length))
        let today = zero.replacing(with: open, where: day .< dayCount)
        let target = earlier(day, Times(repeating: dayCount)) * length + today + span
        let weeksMore = wholeBelow(target / perWeek)
        let rest = later(target - weeksMore * perWeek, zero)
        let dayIn = earlier(wholeBelow(rest / length), Times(repeating: dayCount - 1))
        let inDay = rest - dayIn * length
        let result = (week + weeksMore) * 168 + dayIn * 24 + opens + inDay
        let finite = (time .< .infinity) .& (span .< .infinity)
        let end = later(time, result - phase).replacing(with: time, where: span .== zero)
        return Times.never.replacing(with: end, where: finite)
    }

    /// One trial after the other: hours by date are looked up, which vectors cannot.
    @inline(never)
    private func lanes(after time: Times, _ span: Times, phase: Times) -> Times {
        var result = Times.never
        for lane in result.indices { result[lane] = after(time[lane], span[lane], phase: phase[lane]) }
        return result
    }

    @inline(__always)
    private func wholeBelow(_ x: Times) -> Times {
        let whole = floor(x)
        return later(whole.replacing(with: whole - 1, where: whole .== x), Times(repeating: 0))
    }
}

/// Largest integers not above non-negative values, exact for every finite value, without SSE4.1's `roundps`.
@inline(__always)
package func floor(_ x: Times) -> Times {
    let big: Float = 8_388_608  // 2^23: above it every Float is an integer
    let rounded = (x + big) - big
    let down = rounded.replacing(with: rounded - 1, where: rounded .> x)
    return down.replacing(with: x, where: x .>= big)
}
