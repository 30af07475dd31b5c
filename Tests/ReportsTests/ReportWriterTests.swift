import DrillResults
import Reports
import Testing

@Suite struct ReportWriterTests {
    @Test func sampleRun() throws {
        try expectGolden(ReportWriter.html(for: Sample.run), "sample.html")
    }
}
