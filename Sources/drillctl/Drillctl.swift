@main
struct Drillctl {
    static func main() {}
}
