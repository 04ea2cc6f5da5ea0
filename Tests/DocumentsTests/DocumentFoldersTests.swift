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
