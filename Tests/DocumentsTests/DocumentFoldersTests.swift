import Documents
import Testing

@Suite struct DocumentFoldersTests {
  @Test(arguments: [
    "policies/a.md", "policies/b/c/a.md", "objectives/a.md", "roles/a.md", "context/a.md",
    "plans/a.md", "records/2026/review.md",
  ])
  func documents(_ path: String) { #expect(DocumentFolders.isDocumentPath(path)) }

  @Test(arguments: [
    "", "a.md", "README.md", "docs/a.md", "policies", "policies/", "policies/a.txt", "policies/.md",
    "policies/a.MD", "Policies/a.md", "/policies/a.md", "./policies/a.md", "policies/../a.md",
    "policies//a.md", "x/policies/a.md", "roles/rasci.csv", "writ.yaml", "trust/a.md",
  ])
  func others(_ path: String) { #expect(!DocumentFolders.isDocumentPath(path)) }
}

@Suite struct UnjudgedFileTests {
  @Test(arguments: [
    ("policies/handbook.docx", UnjudgedFile.Reason.form), ("policies/a/scan.PDF", .form),
    ("records/notes", .form), ("policies/a.txt", .form), ("policies/a.png", .form),
    ("policies/a.MD", .name), ("policies/a.Markdown", .name), ("policies/a.mdx", .name),
    ("policies/.md", .name), ("roles", .form), ("policies/.a.MD", .name), ("writ.yml", .name),
    ("WRIT.YAML", .name),
    ("roles/rasci.csv", .register), ("context/STAFF.CSV", .register),
    ("Policies/a.md", .elsewhere), ("ROLES/ciso.md", .elsewhere),
    ("docs/policies/a.md", .elsewhere),
    ("docs/Access Control Policy.docx", .elsewhere), ("Datenschutzrichtlinie.pdf", .elsewhere),
    ("docs/isms/access.md", .elsewhere), ("Information_Security.odt", .elsewhere),
    ("x/policies/a.MD", .elsewhere),
  ])
  func whatNoRuleReadsIsNamed(_ path: String, _ reason: UnjudgedFile.Reason) {
    #expect(UnjudgedFile(path: path) == UnjudgedFile(path, reason))
  }

  @Test(arguments: [
    "", "/", "policies/a.md", "writ.yaml", "README.md", "docs/guide.md", "src/policy.swift",
    "src/prisms/a.md", "docs/policy.html", "policies/.gitkeep", "policies/.DS_Store",
    "policies/Thumbs.db", "docs/policies.csv", "Roles", "a/writ.yml",
  ])
  func whatNobodyTakesForADocumentIsNot(_ path: String) {
    #expect(UnjudgedFile(path: path) == nil)
  }

  @Test func pathsAreComparedByBytes() {
    #expect(DocumentFolders.holds("policies/a") && DocumentFolders.holds("writ.yaml"))
    #expect(!DocumentFolders.holds("policies") && !DocumentFolders.holds("writ.yaml/"))
    #expect(DocumentFolders.holds("policies/\u{301}a"), "a slash and an accent are one character")
    #expect(!DocumentFolders.holds("roles2/a") && !DocumentFolders.holds("Policies/a"))
  }
}
