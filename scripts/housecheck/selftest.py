"""Sources broken on purpose: each rule finds its own defect, at its line, and nothing in what is sound."""

from .allowed import Allowed
from .rules import RULES, File

SOUND = '''
/// A span of hours, from its low end up.
package struct Interval: Equatable, CustomStringConvertible {
    /// Hours.
    package var low, high: Double
    private var closed: (Int, Int, Int) -> Bool = { a, b, c in a < b && b < c }

    package init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    package var description: String { "\\(low) to \\(high.map { "func odd(_ a: Int, _ b: Int, _ c: Int) {" })" }

    /// All three.
    package static func + (_ one: Self, _ other: Self, _ third: Self) -> Self { one }
    func clamp(_ value: Double, _ other: Double, to limit: Double) -> Double { value } // func (_ a, _ b, _ c)

    /// A part of it.
    package enum Part { case low, high }
}

/// What can be asked.
public protocol Asked {
    /// In hours.
    var hours: Double { get }
    /// Whether there is an answer.
    func answers(_ one: [String: (Int, Int)], _ other: (Int, Int) -> Bool) -> Bool
}

extension Interval {
    /// With an attribute before it.
    @available(*, deprecated, renamed: "old()")
    @discardableResult
    package static func old() -> Int { func inner() {}; return """
        public func loud(_ a: Int, _ b: Int, _ c: Int) " { """.count }
}

internal struct Hidden { package var value = 0 }
'''

# Each: the file's name, its text, and what is found as (rule, line).
BROKEN = [
    ("Sources/A/Interval.swift", SOUND, []),
    ("Sources/A/Interval+Edge.swift", "extension Interval {}\n", []),
    ("Sources/A/part.swift", "func part(_ a: Int, _ b: Int) -> Int {\n a }\n", []),
    ("Sources/A/main.swift", "let loud = 1\n", []),
    ("Sources/A/ManagerPage.swift", "struct ManagerPage {}\n", []),
    ("Sources/A/Big+Generated.swift", "public let a = 1\n" * 401, []),
    ("Sources/A/A.swift", "struct A {\n  init(_ a: Int, _ b: @escaping () -> Void,\n   _ c: Int) {}\n}\n", [("parameters", 2)]),
    ("Sources/A/A.swift", "enum A {\n subscript<T>(_ a: T, _ b: [T: Int], _ c: Int = 1) -> Int { 1 }\n}\n", [("parameters", 2)]),
    ("Sources/A/A.swift", "enum A {\n static func of() {\n  func deep(_ a: Int, _ b: Int, _ c: Int) {}\n }\n}\n", [("parameters", 3)]),
    ("Sources/A/A.swift", "public struct A {}\n", [("documented", 1)]),
    ("Sources/A/A.swift", "/// A.\npublic struct A {\n  // Hours.\n  public var hours = 1\n}\n", [("documented", 4)]),
    ("Sources/A/A.swift", "/// A.\npublic protocol A {\n  func a()\n  var b: Int { get }\n}\n", [("documented", 3), ("documented", 4)]),
    ("Sources/A/A.swift", "/// A.\nstruct A {}\nextension A {\n\n  package static var a: Int {\n 1\n }\n}\n", [("documented", 5)]),
    ("Sources/A/A.swift", "/// A.\npackage struct A {\n var a = 1\n package init(a: Int) {\n  self.a = a + 1\n }\n}\n", [("documented", 4)]),
    ("Sources/A/A.swift", "/// A.\npackage enum A {\n  package static let a = { (b: Int) in b }\n  package typealias B = Int\n}\n", [("documented", 3), ("documented", 4)]),
    ("Sources/A/Words.swift", "struct TypedWords {}\n", [("named", 1)]),
    ("Sources/A/Words+Typed.swift", "extension Typed {}\n", [("named", 1)]),
    ("Sources/A/A.swift", "struct A {}\n" + "//\n" * 400, [("short", 400)]),
    ("Sources/A/RunManager.swift", "struct RunManager {}\n", [("told", 1)]),
    ("Sources/Common/A.swift", "struct A {}\n", [("told", 1)]),
]

LIST = """
# A remark.
documented Sources/A/A.swift A.first   # seen elsewhere
short Sources/A/Table.swift            # a table
told Sources/Common                    # it was so
named Sources/B at most 1              # on its way
"""


def run():
    wrong = 0
    for path, text, expected in BROKEN:
        file = File(path, text)
        found = [(rule, line) for rule, check in RULES.items() for line, _, _ in check(file)]
        if found != expected:
            wrong += 1
            print(f"{path}: found {found}, expected {expected}, in\n{text}")
    allowed = Allowed(LIST)
    wrong += not allowed.covers("documented", "Sources/A/A.swift", "A.first")
    wrong += allowed.covers("documented", "Sources/A/A.swift", "A.second")
    wrong += not allowed.covers("told", "Sources/Common/A.swift", "Common")
    findings = [("named", f"Sources/B/{name}.swift", 1, "") for name in "XY"]
    wrong += allowed.counted(findings[:1], True)[0] != [("short", "Sources/A/Table.swift", 1,
        "allowed.txt excuses 'short', which is not needed any more")]
    wrong += len(allowed.counted(findings, False)[0]) != 2
    print(f"check-house --self-test: {wrong} wrong" if wrong else f"check-house: {len(BROKEN)} samples as expected")
    return 1 if wrong else 0
