import Scenarios

/// Controls with exact figures, so that answers can be worked out by hand.
enum TestCatalog {
    static let catalog: Catalog = made(Catalog()) {
        $0.id = "test"
        $0.release = "test"
        $0.controls = [
            control(
                "gate", .access, ["open": [], "half": [success(0.5, "T1190")], "shut": [success(0, "T1190")]],
                order: ["open", "half", "shut"]),
            // Two effects of one level: each with its own figure, whichever steps a scenario has.
            control(
                "hardening", .integrity, ["default": [], "hard": [success(0.8, "T1210"), success(0.3, "T1003")]],
                order: ["default", "hard"]),
            control(
                "drag", .integrity,
                ["none": [], "slow": [made(on("T1190")) { $0.duration = Estimate(exactly: 3) }]],
                order: ["none", "slow"]),
            control(
                "wall", .segmentation,
                ["flat": [], "zones": [route(0.5, .reachable), route(0.2, .organization)]],
                order: ["flat", "zones"]),
            control(
                "vendor-zone", .supplyChain,
                ["shared": [], "walled": [made(route(0.25, .supplier)) { $0.on.links = [.vendorAccess] }]],
                order: ["shared", "walled"]),
            control(
                "watch", .monitoring,
                ["none": [], "some": [noticing(0.3, hours: 10, "T1190"), noticing(0.6, hours: 1, "T1486")]],
                order: ["none", "some"]),
            control(
                "second-watch", .monitoring, ["none": [], "some": [noticing(0.2, hours: 10, "T1190")]],
                order: ["none", "some"]),
            control(
                "report", .people, ["none": [], "button": [noticing(0.25, hours: 1, "T1566")]],
                order: ["none", "button"]),
            made(control("patching", .patching, ["slow": [], "prompt": []], order: ["slow", "prompt"])) {
                $0.delays = [
                    "slow": .lognormal(median: .hours(40 * 24), p90: .hours(240 * 24)),
                    "prompt": .lognormal(median: .hours(2 * 24), p90: .hours(12 * 24)),
                ]
                $0.twoWay = "a poisoned update is installed sooner"
            },
            made(control("certificate-care", .integrity, ["calendar": []], order: ["calendar"])) {
                $0.delays = ["calendar": .constant(.hours(50))]
            },
            control(
                "encryption-at-rest", .encryption,
                [
                    "none": [], "volume": [protects(.media)],
                    "field": [protects(.media, .storage, .application, .network)],
                ], order: ["none", "volume", "field"]),
            control(
                "mfa", .access,
                ["none": [], "fido2": [made(success(0, "T1078")) { $0.on.through = [.identity] }]],
                order: ["none", "fido2"]),
            control(
                "backup", .backup,
                [
                    "none": [],
                    "domain-joined": [made(repair(0.5)) { $0.backupFallsWith = [.credentials] }],
                    "offline": [repair(0.5)],
                ], order: ["none", "domain-joined", "offline"]),
            control(
                "unsure", .integrity,
                [
                    "none": [],
                    "some": [made(on("T1059")) { $0.success = Estimate(low: 0.1, likely: 0.5, high: 0.9) }],
                ], order: ["none", "some"]),
        ]
    }

    private static func control(
        _ id: String, _ family: ControlFamily, _ effects: [String: [Effect]], order: [String]
    ) -> Control {
        made(Control()) {
            $0.id = id
            $0.title = id
            $0.family = family
            $0.assumed = order[0]
            $0.reference = order[0]
            $0.levels = order.map { level in
                made(ControlLevel()) {
                    $0.id = level
                    $0.title = level
                    $0.effects = effects[level] ?? []
                }
            }
        }
    }

    private static func on(_ technique: String) -> Effect { made(Effect()) { $0.on.techniques = [technique] } }

    private static func success(_ factor: Double, _ technique: String) -> Effect {
        made(on(technique)) { $0.success = Estimate(exactly: factor) }
    }

    private static func route(_ factor: Double, _ relation: Relation) -> Effect {
        made(Effect()) {
            $0.on.routes = [relation]
            $0.success = Estimate(exactly: factor)
        }
    }

    private static func noticing(_ chance: Double, hours: Double, _ technique: String) -> Effect {
        made(on(technique)) {
            $0.noticing = Estimate(exactly: chance)
            $0.noticeDelayHours = Estimate(exactly: hours)
        }
    }

    private static func protects(_ ways: Way...) -> Effect { made(Effect()) { $0.protects = ways } }

    private static func repair(_ factor: Double) -> Effect {
        made(Effect()) { $0.repair = Estimate(exactly: factor) }
    }
}
