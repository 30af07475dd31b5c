import Scenarios
import Testing

/// What documents mean, said once for all who read them.
@Suite struct MeaningTests {
    private let control: Control = {
        var control = Control()
        control.id = "mfa"
        control.assumed = "push"
        control.levels = ["none", "push", "fido2"].map { id in
            var level = ControlLevel()
            level.id = id
            return level
        }
        return control
    }()

    /// A company with one department and one asset, and answers about the control.
    private func company(
        _ whole: Answer<ControlSetting>?, _ department: Answer<ControlSetting>? = nil,
        _ asset: Answer<ControlSetting>? = nil
    ) -> Organization {
        var thing = Asset()
        thing.id = "portal"
        thing.controls["mfa"] = asset
        var owner = Department()
        owner.id = "web"
        owner.assets = [thing]
        owner.controls["mfa"] = department
        var organization = Organization()
        organization.departments = [owner]
        organization.controls["mfa"] = whole
        return organization
    }

    private func setting(_ level: String, coverage: Answer<Double> = .known(1)) -> Answer<ControlSetting> {
        var setting = ControlSetting()
        setting.level = .known(level)
        setting.coverage = coverage
        return .known(setting)
    }

    @Test func whatNobodySaysIsAssumed() {
        let answers = company(nil).answers(to: control, department: 0, asset: 0)
        #expect(answers.map(\.level) == [1])
        #expect(answers[0].isAssumed)
    }

    @Test func theNearestScopeGoesFirst() {
        let answers = company(setting("none"), setting("push"), setting("fido2")).answers(
            to: control, department: 0, asset: 0)
        #expect(answers.map(\.level) == [2])
        #expect(answers[0].scope == .asset(department: 0, asset: 0))
    }

    @Test func whereCoverageMissesTheNextWiderHolds() {
        let answers = company(setting("none"), nil, setting("fido2", coverage: .known(0.7))).answers(
            to: control, department: 0, asset: 0)
        #expect(answers.map(\.level) == [2, 0])
        #expect(answers.map(\.coverage) == [0.7, 1])
    }

    @Test func whatNoScopeCoversIsTheWeakestLevel() {
        let answers = company(setting("fido2", coverage: .unknown)).answers(to: control, department: 0, asset: 0)
        #expect(answers.map(\.level) == [2, 0])
        #expect(answers.map(\.coverage) == [nil, 1])
        #expect(answers.map(\.isRemainder) == [false, true])
    }

    @Test func anUnknownAnswerMayBeAnyLevel() {
        let answers = company(setting("none"), .unknown).answers(to: control, department: 0, asset: 0)
        #expect(answers.map(\.level) == [nil])
        #expect(answers[0].isWhole)
    }

    @Test func whoeverSaysNothingIsNoticedByMonitoringAndPeople() {
        var step = Step()
        #expect(step.noticings.map(\.by) == [.monitoring, .people])
        step.noticed = []
        #expect(step.noticings.isEmpty)
    }

    @Test func widerScopesFollowNearerOnes() {
        #expect(
            ControlScope.asset(department: 1, asset: 2).andWider == [
                .asset(department: 1, asset: 2), .department(1), .organization,
            ])
        #expect(ControlScope.organization.andWider == [.organization])
    }
}
