using Anonymize;
using Host.Drafting;
using Publication.Tables;
using LadderStep = Host.Drafting.LadderStep;

namespace Host.Quarters;

/// <summary>One table of a draft for cleared eyes.</summary>
/// <param name="Table">As it would be published.</param>
/// <param name="Hidden">Its hidden cells with the rules that name them.</param>
/// <param name="Steps">What was tried, in order.</param>
/// <param name="Links">Large categories that a declared link keeps in a pooled row.</param>
/// <param name="Change">Against the last release of the kind; null where there is none.</param>
internal sealed record DraftTablePart(
    PublishedTable Table, IReadOnlyList<HiddenCell> Hidden, IReadOnlyList<LadderStep> Steps, IReadOnlyList<LinkNote> Links, TableChange? Change);
