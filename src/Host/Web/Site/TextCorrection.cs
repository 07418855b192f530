namespace Host.Web.Site;

/// <summary>A correction of a release's text as readers find it.</summary>
/// <param name="On">The day.</param>
/// <param name="Note">Why, in paragraphs.</param>
/// <param name="Before">Paragraphs of the text whose place it took; none where there was no text.</param>
internal sealed record TextCorrection(DateOnly On, IReadOnlyList<string> Note, IReadOnlyList<string> Before);
