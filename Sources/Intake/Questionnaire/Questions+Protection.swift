internal import Scenarios

extension Questionnaire {
    static let encryption: [Question] = [
        Question(
            "stored-data", .encryption, "How is stored data encrypted?",
            why: "it decides whether stolen disks, tapes or copies can be read",
            .choice(
                [
                    Choice("not encrypted", nil, .level(control: "encryption-at-rest", "none")),
                    Choice(
                        "whole disks", "helps when a disk or tape is stolen",
                        .level(control: "encryption-at-rest", "volume")),
                    Choice(
                        "databases", "database files are unreadable when copied",
                        .level(control: "encryption-at-rest", "database")),
                    Choice(
                        "single fields", "encrypted before they are stored, queries return ciphertext",
                        .level(control: "encryption-at-rest", "field")),
                ], mayBePartial: true)),
        Question(
            "keys", .encryption, "Where do the keys for it lie?",
            why: "a key beside the data falls with it",
            .choice(
                [
                    Choice("same machine", "beside the data, or in its configuration", .keys(.sameHost)),
                    Choice("key service", "a service of its own hands them out", .keys(.keyService)),
                    Choice("hardware module", "an HSM; keys never leave it", .keys(.hsm)),
                ], mayBePartial: false), unless: "stored-data", is: ["not encrypted"]),
    ]

    static let access: [Question] = [
        Question(
            "sign-in", .access, "What do people need besides their password to sign in?",
            why: "stolen passwords are among the most common ways in",
            .choice(
                [
                    Choice("password only", nil, .level(control: "mfa", "none")),
                    Choice("text message", "a code by text message or mail", .level(control: "mfa", "sms")),
                    Choice("phone prompt", "a prompt to approve on the phone", .level(control: "mfa", "push")),
                    Choice(
                        "prompt with number", "a prompt with a number to type in",
                        .level(control: "mfa", "number-matching")),
                    Choice("security key", "a key or passkey, bound to the site", .level(control: "mfa", "fido2")),
                ], mayBePartial: true)),
        Question(
            "rights", .access, "How much can an ordinary account open?",
            why: "it bounds what one stolen password or one insider reaches",
            .choice(
                [
                    Choice("most things", nil, .level(control: "privileges", "broad")),
                    Choice("what the role needs", nil, .level(control: "privileges", "role-based")),
                    Choice(
                        "what the task needs", "given for a task and withdrawn after it",
                        .level(control: "privileges", "least")),
                ], mayBePartial: true)),
        Question(
            "administrators", .access, "How do administrators sign in?",
            why: "their passwords open everything",
            .choice(
                [
                    Choice("shared accounts", nil, .level(control: "privileged-access", "shared")),
                    Choice("named accounts", nil, .level(control: "privileged-access", "named")),
                    Choice(
                        "vault", "passwords in a vault, changed after use",
                        .level(control: "privileged-access", "vaulted")),
                    Choice(
                        "tiers", "an account for workstations never opens servers",
                        .level(control: "privileged-access", "tiered")),
                ], mayBePartial: true)),
    ]
}
