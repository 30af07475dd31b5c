internal import Scenarios

extension Questionnaire {
    static let encryption: [Question] = [
        Question(
            "stored-data", in: .encryption, "How is stored data encrypted?",
            why: "it decides whether stolen disks, tapes or copies can be read",
            kind: .choice(
                [
                    Choice("not encrypted", .level(control: "encryption-at-rest", "none")),
                    Choice(
                        "whole disks", meaning: "helps when a disk or tape is stolen",
                        .level(control: "encryption-at-rest", "volume")),
                    Choice(
                        "databases", meaning: "database files are unreadable when copied",
                        .level(control: "encryption-at-rest", "database")),
                    Choice(
                        "single fields", meaning: "encrypted before they are stored, queries return ciphertext",
                        .level(control: "encryption-at-rest", "field")),
                ], mayBePartial: true)),
        Question(
            "keys", in: .encryption, "Where do the keys for it lie?",
            why: "a key beside the data falls with it",
            kind: .choice(
                [
                    Choice("same machine", meaning: "beside the data, or in its configuration", .keys(.sameHost)),
                    Choice("key service", meaning: "a service of its own hands them out", .keys(.keyService)),
                    Choice("hardware module", meaning: "an HSM; keys never leave it", .keys(.hsm)),
                ], mayBePartial: false), unless: "stored-data", is: ["not encrypted"]),
    ]

    static let access: [Question] = [
        Question(
            "sign-in", in: .access, "What do people need besides their password to sign in?",
            why: "stolen passwords are among the most common ways in",
            kind: .choice(
                [
                    Choice("password only", .level(control: "mfa", "none")),
                    Choice("text message", meaning: "a code by text message or mail", .level(control: "mfa", "sms")),
                    Choice("phone prompt", meaning: "a prompt to approve on the phone", .level(control: "mfa", "push")),
                    Choice(
                        "prompt with number", meaning: "a prompt with a number to type in",
                        .level(control: "mfa", "number-matching")),
                    Choice(
                        "security key", meaning: "a key or passkey, bound to the site", .level(control: "mfa", "fido2")),
                ], mayBePartial: true)),
        Question(
            "cloud-access", in: .access, "What does a device have to show to open mail or cloud services from outside?",
            why: "no network stands between a stolen password and the cloud",
            kind: .choice(
                [
                    Choice("nothing", .level(control: "conditional-access", "none")),
                    Choice(
                        "its place", meaning: "old protocols are closed, some countries too",
                        .level(control: "conditional-access", "location")),
                    Choice(
                        "that it is ours", meaning: "managed and in order",
                        .level(control: "conditional-access", "device")),
                    Choice(
                        "that all is as usual", meaning: "ours, and odd sessions are ended at once",
                        .level(control: "conditional-access", "device-risk")),
                ], mayBePartial: true)),
        Question(
            "resets", in: .access, "What must a caller show the help desk for a new password or second factor?",
            why: "asking for one is a way in that needs no technique",
            kind: .choice(
                [
                    Choice("a name", .level(control: "identity-proofing", "none")),
                    Choice(
                        "answers", meaning: "to questions about the person",
                        .level(control: "identity-proofing", "questions")),
                    Choice(
                        "a call back", meaning: "on the number on file",
                        .level(control: "identity-proofing", "call-back")),
                    Choice(
                        "a face", meaning: "by video, through the manager, or in person",
                        .level(control: "identity-proofing", "in-person")),
                ], mayBePartial: true)),
        Question(
            "rights", in: .access, "How much can an ordinary account open?",
            why: "it bounds what one stolen password or one insider reaches",
            kind: .choice(
                [
                    Choice("most things", .level(control: "privileges", "broad")),
                    Choice("what the role needs", .level(control: "privileges", "role-based")),
                    Choice(
                        "what the task needs", meaning: "given for a task and withdrawn after it",
                        .level(control: "privileges", "least")),
                ], mayBePartial: true)),
        Question(
            "administrators", in: .access, "How do administrators sign in?",
            why: "their passwords open everything",
            kind: .choice(
                [
                    Choice("shared accounts", .level(control: "privileged-access", "shared")),
                    Choice("named accounts", .level(control: "privileged-access", "named")),
                    Choice(
                        "vault", meaning: "passwords in a vault, changed after use",
                        .level(control: "privileged-access", "vaulted")),
                    Choice(
                        "tiers", meaning: "an account for workstations never opens servers",
                        .level(control: "privileged-access", "tiered")),
                ], mayBePartial: true)),
    ]
}
