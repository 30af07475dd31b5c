internal import Scenarios

extension Organization {
    /// The company with controls at the catalog's reference level everywhere, without exceptions by department or asset.
    ///
    /// Nothing else is said about a control then: keys lie on the same host, delays are the catalog's.
    ///
    /// - Parameter kept: Controls that stay as the company has them.
    func atReference(_ catalog: Catalog, except kept: (Control) -> Bool = { _ in false }) -> Organization {
        var result = self
        for control in catalog.controls where !kept(control) {
            var setting = ControlSetting()
            setting.level = .known(control.reference)
            result.controls[control.id] = .known(setting)
            for department in result.departments.indices {
                result.departments[department].controls[control.id] = nil
                for asset in result.departments[department].assets.indices {
                    result.departments[department].assets[asset].controls[control.id] = nil
                }
            }
        }
        return result
    }

    /// The company with every control at its strongest level: where a control can stand, it stands.
    func atStrongest(_ catalog: Catalog) -> Organization {
        var strongest = catalog
        for index in strongest.controls.indices {
            strongest.controls[index].reference = strongest.controls[index].levels.last?.id ?? ""
        }
        return atReference(strongest)
    }
}
