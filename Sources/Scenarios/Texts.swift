// Whoever reads documents reads their texts, trees and diagnostics with them: they are one interface to its users, and
// two targets only so that sheets and documents are read by the same code.
@_exported public import Texts
