import Foundation
import Intake
import Scenarios
import Testing

/// One writer for all documents, in the look of the samples.
@Suite struct WritingTests {
    @Test("the sample companies survive being written", arguments: Library.organizations)
    func samples(path: String) throws {
        let organization = try Library.organization(path)
        let text = DocumentText.text(OrganizationTree.tree(organization, schema: "../../schemas/organization.json"))
        guard case .organization(let read)? = Library.loader(["/t.json": text]).load("/t.json").document else {
            Issue.record("not read back: \(Library.loader(["/t.json": text]).load("/t.json").diagnostics.map(\.text))")
            return
        }
        #expect(read == organization)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 128 })
    }

    @Test("everything that an organization can say is written")
    func everything() throws {
        let text = """
            {
              "kind": "organization", "version": 1, "id": "all",
              "name": "All \\"of\\" it", "sector": "other", "headcount": 3, "timeZone": "Europe/Berlin",
              "controls": {
                "mfa": { "coverage": "unknown" }, "patching": { "level": "monthly", "delay": "P3D" },
                "encryption-at-rest": { "level": "field", "keys": "hsm", "callers": ["app"] },
                "backup": { "level": "unknown", "restoreTested": "PT36H" }
              },
              "departments": [
                {
                  "id": "it", "name": "IT", "roles": ["operations"], "headcount": 3, "controls": { "mfa": "unknown" },
                  "assets": [
                    { "id": "app", "kind": "application", "exposure": "partner", "software": ["x", "y"], "reaches": ["db"] },
                    {
                      "id": "db", "kind": "database", "count": 2, "data": { "class": "personal", "records": 5 }, "holds": ["keys"],
                      "controls": { "patching": { "level": "weekly", "coverage": 0.25 } }, "restoreOrder": 0,
                      "repair": { "distribution": "quantiles", "points": [[0, "PT1H"], [0.5, "PT90M"], [1, "P2D"]] }
                    }
                  ]
                }
              ],
              "response": {
                "chain": [
                  { "id": "a", "by": "it", "duration": { "distribution": "exponential", "mean": "PT1H" }, "hours": "24x7" },
                  { "id": "b", "by": "it", "duration": { "distribution": "gamma", "shape": 2, "scale": "PT1H" } },
                  { "id": "c", "by": "it", "duration": { "distribution": "lognormal", "mu": 1.5, "sigma": 0.5 } }
                ],
                "containment": {
                  "default": { "distribution": "uniform", "low": "PT0S", "high": "PT30M" },
                  "it": { "distribution": "triangular", "low": "PT1H", "likely": "PT2H", "high": "PT3H" }
                },
                "repair": { "distribution": "pert", "low": "PT1H", "likely": "PT2H", "high": "P1D" }
              },
              "suppliers": [
                {
                  "organization": "other", "link": "logistics",
                  "from": { "kind": ["server", "ot"], "exposure": "partner", "software": "x", "holds": "keys", "data": "health", "role": "legal" },
                  "to": "db", "carriesOutage": true
                }
              ],
              "targets": { "notice": "PT12H", "contain": "P1D", "restore": "P2D", "notify": "PT72H" },
              "loss": {
                "currency": "EUR",
                "items": [
                  {
                    "id": "fines", "name": "Fines", "per": "exposed-record", "form": "fines-and-judgements", "data": ["personal", "health"],
                    "amount": { "low": 0.5, "likely": 1, "high": 2, "source": "A study", "year": 2025, "seen": "primary", "trust": "high" },
                    "atMost": 5000000, "probability": { "low": 0.1, "likely": 0.2, "high": 0.3, "source": "judgement" }
                  },
                  { "id": "halt", "per": "downtime-hour", "form": "productivity", "assets": "app", "amount": 1200.5 }
                ]
              },
              "upgrades": [
                { "control": "mfa", "level": "fido2", "scope": "it", "effort": 12, "cost": 900, "currency": "USD" },
                { "control": "mfa", "level": "sms", "cost": { "low": 1, "likely": 2, "high": 3 } }
              ]
            }

            """
        let loaded = Library.loader(["/t.json": text]).load("/t.json")
        guard case .organization(let organization)? = loaded.document else {
            Issue.record("\(loaded.diagnostics.map(\.text))")
            return
        }
        let written = DocumentText.text(OrganizationTree.tree(organization, schema: nil))
        guard case .organization(let again)? = Library.loader(["/t.json": written]).load("/t.json").document else {
            Issue.record("not read back:\n\(written)")
            return
        }
        #expect(again == organization)
        // Writing what was written changes nothing.
        #expect(DocumentText.text(OrganizationTree.tree(again, schema: nil)) == written)
    }

    @Test("short things stand on one line, long ones below each other")
    func look() {
        let document: JSONValue = [
            "$schema": "s.json", "kind": "organization", "version": 1, "id": "x", "name": "X",
            "departments": [["id": "a", "name": "A", "roles": ["legal"]]], "list": [["id": "a"], ["id": "b"]],
            "numbers": .array((0..<60).map { .integer($0) }), "empty": [:], "none": [],
        ]
        let text = DocumentText.text(document)
        #expect(
            text == """
                {
                  "$schema": "s.json", "kind": "organization", "version": 1, "id": "x",
                  "name": "X", "departments": [ { "id": "a", "name": "A", "roles": ["legal"] } ],
                  "list": [
                    { "id": "a" },
                    { "id": "b" }
                  ],
                  "numbers": [
                    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
                    33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59
                  ],
                  "empty": {}, "none": []
                }

                """)
    }

    @Test(
        "ids made of names",
        arguments: [
            ("Our Shops", "our-shops"), ("Müller & Söhne GmbH", "muller-sohne-gmbh"), ("  A--B  ", "a-b"),
            ("Straße 7", "strasse-7"), ("日本", nil), ("", nil),
        ] as [(String, String?)])
    func ids(name: String, id: String?) { #expect(Slug.id(of: name) == id) }
}
