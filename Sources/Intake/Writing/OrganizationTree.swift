public import Scenarios

/// An organization as the JSON that stands in its document.
///
/// Everything that a document can say is written; what equals the value that is taken when left out is left out.
public enum OrganizationTree {
    /// The document.
    ///
    /// - Parameter schema: where editors find the schema, relative to the document; nil leaves the key out.
    public static func tree(_ organization: Organization, schema: String?) -> JSONValue {
        var members: [JSONProperty] = []
        if let schema { members.append(JSONProperty("$schema", .string(schema))) }
        members.append(JSONProperty("kind", "organization"))
        members.append(JSONProperty("version", 1))
        members.append(JSONProperty("id", .string(organization.id)))
        members.append(JSONProperty("name", .string(organization.name)))
        members.add("sector", organization.sector.map { .string($0.rawValue) })
        members.add("headcount", organization.headcount.map { .integer($0) })
        members.add("timeZone", organization.timeZone.map { .string($0) })
        members.add("country", organization.country.map { .string($0) })
        members.add("holidays", list(organization.holidays.map(holiday)))
        members.add("controls", controls(organization.controls))
        members.append(JSONProperty("departments", .array(organization.departments.map(department))))
        members.add("response", organization.response.map(response))
        members.add("suppliers", list(organization.suppliers.map(supplier)))
        members.add("targets", organization.targets.map(LossTree.targets))
        members.add("loss", organization.loss.map(LossTree.loss))
        members.add("upgrades", list(organization.upgrades.map(LossTree.upgrade)))
        members.add("crews", organization.crews.map { .integer($0) })
        return .object(members)
    }

    private static func holiday(_ holiday: Holiday) -> JSONValue {
        guard let name = holiday.name else { return .string(holiday.date) }
        return ["date": .string(holiday.date), "name": .string(name)]
    }

    // MARK: Departments and assets

    private static func department(_ department: Department) -> JSONValue {
        var members = [JSONProperty("id", .string(department.id)), JSONProperty("name", .string(department.name))]
        members.add("roles", list(department.roles.map { .string($0.rawValue) }))
        members.add("headcount", department.headcount.map { .integer($0) })
        members.add("controls", controls(department.controls))
        members.add("assets", list(department.assets.map(asset)))
        return .object(members)
    }

    private static func asset(_ asset: Asset) -> JSONValue {
        var members = [JSONProperty("id", .string(asset.id))]
        members.add("name", asset.name.map { .string($0) })
        members.append(JSONProperty("kind", .string(asset.kind.rawValue)))
        members.add("count", asset.count == 1 ? nil : .integer(asset.count))
        members.add("exposure", asset.exposure == .internal ? nil : .string(asset.exposure.rawValue))
        members.add("software", list(asset.software.map { .string($0) }))
        members.add(
            "data",
            asset.data.map { ["class": .string($0.dataClass.rawValue), "records": .integer($0.records)] })
        members.add("hosted", asset.hosted.map { .string($0.rawValue) })
        members.add("copiesTravel", asset.copiesTravel ? true : nil)
        members.add("holds", list(asset.holds.map { .string($0.rawValue) }))
        members.add("reaches", list(asset.reaches.map { .string($0) }))
        members.add("controls", controls(asset.controls))
        members.add("restoreOrder", asset.restoreOrder.map { .integer($0) })
        members.add("repair", asset.repair.map(DistributionTree.tree))
        members.add("dependsOn", list(asset.dependsOn.map(dependency)))
        return .object(members)
    }

    private static func dependency(_ dependency: Dependency) -> JSONValue {
        if dependency.grace.hours(in: .hours) == 0 { return .string(dependency.asset) }
        return [
            "asset": .string(dependency.asset),
            "grace": .string(DurationText.text(hours: dependency.grace.hours(in: .hours))),
        ]
    }

    // MARK: Controls

    /// In the order of the embedded catalog, by family; controls that it does not know come last, by name.
    private static func controls(_ controls: [String: Answer<ControlSetting>]) -> JSONValue? {
        let order = Catalog.embedded.controls.map(\.id)
        let known = order.filter { controls[$0] != nil }
        let ids = known + controls.keys.filter { !order.contains($0) }.sorted()
        guard !ids.isEmpty else { return nil }
        return .object(ids.map { JSONProperty($0, control(controls[$0] ?? .unknown)) })
    }

    private static func control(_ answer: Answer<ControlSetting>) -> JSONValue {
        guard case .known(let setting) = answer else { return "unknown" }
        var members: [JSONProperty] = []
        switch setting.level {
        case .known(let level)?: members.append(JSONProperty("level", .string(level)))
        case .unknown?: members.append(JSONProperty("level", "unknown"))
        case nil: break
        }
        switch setting.coverage {
        case .known(1): break
        case .known(let share): members.append(JSONProperty("coverage", .number(share)))
        case .unknown: members.append(JSONProperty("coverage", "unknown"))
        }
        members.add("hours", setting.hours.map { .string($0.rawValue) })
        members.add("keys", setting.keys.map { .string($0.rawValue) })
        members.add("callers", setting.callers.map { .array($0.map { .string($0) }) })
        members.add("delay", setting.delay.map(DistributionTree.tree))
        members.add("restoreTested", setting.restoreTested.map(DistributionTree.amount))
        // A level alone is written as its name.
        if members.count == 1, case .known(let level)? = setting.level { return .string(level) }
        return .object(members)
    }

    // MARK: Response and suppliers

    private static func response(_ response: Response) -> JSONValue {
        var members: [JSONProperty] = []
        members.add(
            "chain",
            list(
                response.chain.map { handOff in
                    var members = [
                        JSONProperty("id", .string(handOff.id)), JSONProperty("by", .string(handOff.by)),
                        JSONProperty("duration", DistributionTree.answer(handOff.duration)),
                    ]
                    members.add("hours", handOff.hours.map { .string($0.rawValue) })
                    return .object(members)
                }))
        let ids = response.containment.keys.sorted()
        let departments = ids.filter { $0 == "default" } + ids.filter { $0 != "default" }
        if !departments.isEmpty {
            let times = departments.map {
                JSONProperty($0, DistributionTree.answer(response.containment[$0] ?? .unknown))
            }
            members.append(JSONProperty("containment", .object(times)))
        }
        members.add("repair", response.repair.map(DistributionTree.answer))
        return .object(members)
    }

    private static func supplier(_ link: SupplierLink) -> JSONValue {
        var members = [
            JSONProperty("organization", .string(link.organization)), JSONProperty("link", .string(link.link.rawValue)),
        ]
        members.add("name", link.name.map { .string($0) })
        members.add("from", link.from.map(selector))
        members.add("to", link.to.map { .string($0) })
        members.add("carriesOutage", link.carriesOutage ? true : nil)
        return .object(members)
    }

    private static func selector(_ selector: AssetSelector) -> JSONValue {
        var members: [JSONProperty] = []
        members.add("kind", words(selector.kind.map(\.rawValue)))
        members.add("exposure", words(selector.exposure.map(\.rawValue)))
        members.add("software", words(selector.software))
        members.add("holds", words(selector.holds.map(\.rawValue)))
        members.add("data", words(selector.data.map(\.rawValue)))
        members.add("hosted", words(selector.hosted.map(\.rawValue)))
        members.add("copiesTravel", selector.copiesTravel ? true : nil)
        members.add("role", words(selector.role.map(\.rawValue)))
        members.add("entitled", selector.entitled ? true : nil)
        members.add("link", selector.link.map { .string($0.rawValue) })
        return .object(members)
    }

    /// One word stands alone, several in a list.
    static func words(_ words: [String]) -> JSONValue? {
        words.count == 1 ? .string(words[0]) : list(words.map { .string($0) })
    }

    /// A list, or nothing where it is empty.
    private static func list(_ elements: [JSONValue]) -> JSONValue? { elements.isEmpty ? nil : .array(elements) }
}

extension [JSONProperty] {
    /// Adds a member where there is a value.
    mutating func add(_ key: String, _ value: JSONValue?) {
        if let value { append(JSONProperty(key, value)) }
    }
}
