import Foundation

/// Ids made of names.
package enum Slug {
    /// "Müller & Söhne" becomes `muller-sohne`: lower case letters, digits and hyphens; nil where none remain.
    package static func id(of name: String) -> String? {
        let plain = name.folding(
            options: [.diacriticInsensitive, .widthInsensitive], locale: Locale(identifier: "en_US_POSIX"))
        var id = ""
        for scalar in plain.lowercased().unicodeScalars {
            if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
                id.unicodeScalars.append(scalar)
            } else if scalar == "ß" {
                id += "ss"
            } else if !id.isEmpty, !id.hasSuffix("-") {
                id += "-"
            }
        }
        while id.hasSuffix("-") { id.removeLast() }
        id = String(id.prefix(60))
        while id.hasSuffix("-") { id.removeLast() }
        return id.isEmpty ? nil : id
    }
}
