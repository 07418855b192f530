using Publication.Releases;
using Publication.Tables;

namespace Host.Web.Site;

/// <summary>What readers still find of a release that was taken back: which it was, and why it is gone. No figure.</summary>
/// <param name="Id"><c>period.revision</c>.</param>
/// <param name="Period">Its period.</param>
/// <param name="Title">Its title.</param>
/// <param name="Note">Why it was taken back.</param>
/// <param name="On">The day.</param>
internal sealed record WithdrawnRelease(string Id, ReleasePeriod Period, Text Title, Text Note, DateOnly On);
