using Host.Composition;
using Host.Quarters;
using Xunit;

namespace EndToEnd.Support;

/// <summary>The word that a draft of the samples' cases needs before it is approved, since no figure of an indicator came with them.</summary>
internal static class IndicatorNote
{
    public static void Write(Installation installation, string draftId) => Assert.Null(
        installation.Reviews.AddNote(installation.Drafts.Find(draftId)!, nameof(ChecklistKind.IncompleteIndicators), "The figures come in June.", "drafter").Failure);

    /// <summary>The same, and the draft is said to be ready.</summary>
    public static void Submit(Site site, string draftId, CancellationToken cancellationToken)
    {
        using var desk = site.Open(TimeProvider.System);
        Write(desk.Installation, draftId);
        Assert.True(Checklist.Of(desk.Installation.Drafts.Find(draftId)!, desk, cancellationToken).Succeeded(out var list, out var failure), failure?.Code);
        Assert.Null(DraftSteps.Submit(draftId, desk, list!.Code, "drafter", cancellationToken).Failure);
    }
}
