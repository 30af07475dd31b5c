import Foundation
import Scenarios
import Testing

/// The shipped library: its stories, its sample companies, its catalog. The expert tests run on nothing else.
enum Library {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scenarios")

    /// Paths of the JSON files directly in a folder of the library; "" is the folder of the stories.
    static func files(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path(percentEncoded: false))
            .filter { $0.hasSuffix(".json") }.sorted()
            .map { folder.appending(path: name).appending(path: $0).path(percentEncoded: false) }
    }

    static func document(_ path: String) throws -> Document {
        try #require(DocumentLoader.disk.load(path).document, "\(path) has errors")
    }

    /// A story with some of its parameters set.
    static func story(_ id: String, _ parameters: [String: ParameterValue] = [:]) throws -> Scenario {
        let path = folder.appending(path: "\(id).json").path(percentEncoded: false)
        guard case .scenario(var scenario) = try document(path) else { throw Missing.story(id) }
        for (name, value) in parameters {
            guard scenario.parameters[name]?.default.type == value.type else { throw Missing.parameter(name) }
            scenario.parameters[name]?.default = value
        }
        return scenario
    }

    static func company(_ id: String) throws -> Organization {
        let path = folder.appending(path: "organizations/\(id).json").path(percentEncoded: false)
        guard case .organization(let organization) = try document(path) else { throw Missing.company(id) }
        return organization
    }

    static func stories() throws -> [Scenario] {
        try files(in: "").compactMap {
            if case .scenario(let scenario) = try document($0) { scenario } else { nil }
        }
    }

    static func companies() throws -> [Organization] {
        try files(in: "organizations").compactMap {
            if case .organization(let organization) = try document($0) { organization } else { nil }
        }
    }

    /// The sample exercise: six companies, three stories.
    static func sample() throws -> LoadedExercise {
        let path = folder.appending(path: "exercises/autumn-drill.json").path(percentEncoded: false)
        return try #require(DocumentLoader.disk.loadExercise(path).exercise)
    }

    enum Missing: Error {
        case story(String)
        case company(String)
        case parameter(String)
    }
}

/// Ids of the six sample companies, from the weakest to the strongest in an expert's eyes.
enum Sample: String, CaseIterable, Sendable {
    case bureau = "harbor-credit"
    case university = "tarn-university"
    case hospitals = "saint-brendan-hospitals"
    case works = "ironvale-works"
    case services = "northgate-it"
    case bank = "meridian-bank"

    func company() throws -> Organization { try Library.company(rawValue) }
}
