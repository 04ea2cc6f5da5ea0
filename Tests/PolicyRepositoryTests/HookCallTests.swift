import Testing

@testable import PolicyRepository

/// What counts as a call of Writ in somebody else's hook, and what could let a no pass.
@Suite struct HookCallTests {
  @Test(arguments: [
    #"writ hooks run pre-push "$@" || exit 1"#, #"writ hooks run pre-push "$@""#,
    #"exec writ hooks run pre-push "$@""#, #"  writ hooks run pre-push "$1" "$2" || exit"#,
    #"exec /opt/writ/bin/writ hooks run pre-push "$@""#, #"'/usr/bin/writ' hooks run pre-push $@"#,
    "set -e\nwrit hooks run pre-push \"$@\"\necho done",
    "set -euo pipefail\nwrit hooks run pre-push \"$@\"\necho done",
    "exec writ hooks run pre-push \"$@\"\necho never",
    "# first ours\nlint\nwrit hooks run pre-push \"$@\" || exit 1\nlint",
  ])
  func aCallThatEndsWithTheAnswerCounts(_ text: String) {
    #expect(HookCall(of: "pre-push", in: "#!/bin/sh\n\(text)\n") != nil)
  }

  @Test(arguments: [
    "", "true", #"# writ hooks run pre-push "$@" || exit 1"#, #"echo writ hooks run pre-push "$@""#,
    #"writ hooks run pre-commit "$@" || exit 1"#, #"writ hooks run pre-push "$@" || true"#,
    #"writ hooks run pre-push "$@" || exit 0"#, #"writ hooks run pre-push "$@" || :"#,
    #"writ hooks run pre-push "$@" &"#, #"writ hooks run pre-push "$@"; exit 0"#,
    "writ hooks run pre-push \"$@\"\nexit 0", "writ hooks run pre-push || exit 1",
    #"! writ hooks run pre-push "$@""#, #"writ hooks run pre-push "$@" | tee log"#,
    #"./writ hooks run pre-push "$@" || exit 1"#, #"notwrit hooks run pre-push "$@" || exit 1"#,
  ])
  func whatCouldLetANoPassDoesNotCount(_ text: String) {
    #expect(HookCall(of: "pre-push", in: "#!/bin/sh\n\(text)\n") == nil)
  }

  @Test func theHookThatGetsNoArgumentsNeedsNone() {
    #expect(
      HookCall(of: "pre-commit", in: "writ hooks run pre-commit || exit 1")?.program == "writ")
    #expect(
      HookCall(of: "pre-commit", in: "/a/writ hooks run pre-commit \"$@\"")?.program == "/a/writ")
  }
}
