import Approvals

/// The page to read on a phone: one file that loads nothing and runs nothing.
extension ChangeRequest {
  /// The bytes of the page, as text.
  public var page: String {
    let html: HTML = """
      <!DOCTYPE html>
      <title>\(matter.edition.title)</title>

      """
    return html.markup
  }
}
